"""Results between dates, which a reader writes in a form beside them."""

from datetime import date
from urllib.parse import urlencode

import pytest

from about.models import AimsPage
from news.models import Topic
from tests import factories
from tests.search.reading_results import ask, removals, text, titles

pytestmark = pytest.mark.django_db


@pytest.fixture
def days(home, news):
    """An article on water for each of three days, and a page without a date."""
    for day in (date(2014, 12, 7), date(2014, 12, 8), date(2014, 12, 9)):
        factories.article(news, title=f"{day.day} December", summary="Water.", date=day)
    factories.page(home, AimsPage, title="Aims", summary="Water.")


def found(client, **dates):
    return set(titles(ask(client, query="water", **dates)))


@pytest.mark.parametrize(
    ("since", "until", "titles"),
    [
        ("2014-12-08", "2014-12-08", {"8 December"}),
        ("2014-12-07", "2014-12-08", {"7 December", "8 December"}),
        ("2014-12-08", "", {"8 December", "9 December"}),
        ("", "2014-12-08", {"7 December", "8 December"}),
        ("2014-12-09", "2014-12-08", {"8 December", "9 December"}),  # swapped
        ("8/12/2014", "8 December 2014", {"8 December"}),
        ("08/12/2014", " 2014-12-08 ", {"8 December"}),
        ("2014-12-10", "", set()),
        ("0001-01-01", "9999-12-31", {"7 December", "8 December", "9 December"}),
        ("", "", {"7 December", "8 December", "9 December", "Aims"}),
    ],
)
@pytest.mark.usefixtures("days")
def test_both_days_count_and_either_may_be_left_out(client, since, until, titles):
    assert found(client, since=since, until=until) == titles


@pytest.mark.usefixtures("days")
def test_dates_find_without_words(client):
    page = ask(client, since="2014-12-08")

    assert titles(page) == ["9 December", "8 December"]


@pytest.mark.usefixtures("days")
def test_dates_leave_out_words_too(client):
    page = ask(client, query="-water", since="2014-12-08")

    assert titles(page) == []
    assert titles(ask(client, query="-guanaco", since="2014-12-09")) == ["9 December"]


@pytest.mark.usefixtures("days")
def test_each_date_is_said_and_comes_off_alone(client):
    page = ask(client, query="water", since="2014-12-08", until="9/12/2014")

    assert removals(page) == {
        "from 8 December 2014": "?query=water&until=2014-12-09",
        "to 9 December 2014": "?query=water&since=2014-12-08",
    }
    rest = ask(client, removals(page)["from 8 December 2014"])
    assert set(titles(rest)) == {"7 December", "8 December", "9 December"}


@pytest.mark.parametrize("typed", ["31/02/2015", "abc", "2014-13-01", "12/2014", "8"])
@pytest.mark.usefixtures("days")
def test_what_is_no_date_is_said_beside_it_and_the_rest_holds(client, typed):
    page = ask(client, query="water", since=typed, until="2014-12-08")

    field = page.find("input", {"name": "since"})
    error = page.find(id=field["aria-describedby"])
    assert text(error) == f"“{typed}” is not a date. Write it like 2014-12-08."
    assert (field["value"], field["aria-invalid"]) == (typed, "true")
    assert page.find("input", {"name": "until"})["value"] == "2014-12-08"
    assert len(page.select(".error")) == 1
    assert set(titles(page)) == {"7 December", "8 December"}


@pytest.mark.parametrize("typed", ["abc", "<b>x</b>", "x" * 500, "\0", "2014-12-08\0"])
def test_what_is_no_date_does_no_harm_alone(client, home, typed):
    page = ask(client, until=typed)

    error = text(page.select_one("#id_until_error"))
    assert "is not a date" in error
    assert len(error) < 100
    assert page.aside.find("b") is None
    assert ask(client).select(".error") == []


@pytest.mark.usefixtures("days")
def test_the_form_has_labels_and_sends_all_that_was_asked(client, news):
    topic = Topic.objects.create(name="Mining")
    factories.articles(news, 2, summary="Water.", topics=[topic])
    asked = {"query": "water", "kind": "article", "topic": "mining", "sort": "date"}

    form = ask(client, **asked, since="2014-12-08").select_one("form.dates")

    sent = {each["name"]: each["value"] for each in form.select("input[type=hidden]")}
    assert (sent, form["method"]) == (asked, "get")
    labels = {text(each): each["for"] for each in form.select("label")}
    assert labels == {"From:": "id_since", "To:": "id_until"}
    fields = form.select("input[type=date]")
    assert {each["id"]: each.get("value") for each in fields} == {
        "id_since": "2014-12-08",
        "id_until": None,
    }
    sent_on = urlencode(sent | {"since": "2014-12-31"})
    assert len(titles(ask(client, f"?{sent_on}"))) == 1
