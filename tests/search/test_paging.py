"""The order of results, and their pages."""

from datetime import date
from urllib.parse import parse_qs, urlencode

import pytest

from about.models import AimsPage
from news.models import Topic
from tests import factories
from tests.search.reading_results import ask, text, titles

pytestmark = pytest.mark.django_db


def test_results_are_ordered_by_relevance_or_by_date(client, home, news):
    factories.article(news, title="Water", date=date(2009, 1, 1))
    factories.article(news, title="Lake", summary="Of water.", date=date(2014, 1, 1))
    factories.page(home, AimsPage, title="Aims", summary="Clean water for everyone.")

    best = ask(client, query="water")
    newest = ask(
        client, best.select_one(".orders").find("a", string="Newest first")["href"]
    )
    back = newest.select_one(".orders").find("a", string="Best match")["href"]

    assert titles(best)[0] == "Water"
    assert titles(newest) == ["Lake", "Water", "Aims"]
    assert text(best.select_one(".orders strong")) == "Best match"
    assert text(newest.select_one(".orders strong")) == "Newest first"
    assert titles(ask(client, back)) == titles(best)


@pytest.mark.parametrize("sort", ["", "date"])
def test_pages_keep_what_was_asked_and_repeat_nothing(client, news, sort):
    mining = Topic.objects.create(name="Mining")
    for number in range(23):
        factories.article(news, title="Water", slug=f"w-{number}", topics=[mining])
    asked = {"query": "“water” & more", "topic": "mining", "since": "2014-01-01"}
    asked = {name: value for name, value in (asked | {"sort": sort}).items() if value}
    pages = [ask(client, **asked)]

    while following := pages[-1].find("a", rel="next"):
        pages.append(ask(client, following["href"]))
        kept = parse_qs(following["href"].removeprefix("?"))
        assert kept == {name: [value] for name, value in asked.items()} | {
            "page": [str(len(pages))]
        }

    found = [each["href"] for page in pages for each in page.select(".result h2 a")]
    assert (len(pages), len(found), len(set(found))) == (3, 23, 23)
    first = pages[1].find("a", rel="prev")["href"]
    assert first == f"?{urlencode(asked)}"
    assert text(pages[1].select_one(".pagination span")) == "Page 2 of 3"


@pytest.mark.parametrize(
    "number", ["", "0", "-1", "x", "1.0", "1e1", "01", " 2", "3", "٢", "9" * 40, "\0"]
)
def test_a_page_that_is_none_is_not_found(client, news, number):
    factories.articles(news, 12)

    asked = {"query": "judges", "page": number}

    assert client.get("/search/", asked).status_code == 404
    assert client.get("/search/", asked | {"page": "2"}).status_code == 200
