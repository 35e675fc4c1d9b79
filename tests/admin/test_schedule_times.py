"""What the form says to a time that can't be, and what it keeps."""

from datetime import UTC, datetime

import pytest
from django.core.management import call_command

from news.models import ArticlePage
from tests.admin.editing import (
    PUBLISH,
    SAVE,
    SUBMIT,
    add,
    edit,
    edit_url,
    errors,
    messages,
)

pytestmark = pytest.mark.usefixtures("clock")

PASSED = "This time has passed."


def field(response, name):
    """What a field of the form shows after it was sent."""
    return response.context["form"][name].value()


@pytest.mark.parametrize("name", ["go_live_at", "expire_at"])
def test_a_time_that_the_clocks_skip_is_refused_with_the_remedy(publisher, news, name):
    times = {name: "2027-03-28 01:30"}

    response = add(publisher, news, ArticlePage, PUBLISH, summary="Kept.", **times)

    assert errors(response)[name] == [
        "There is no such time: on 28 March 2027 the clocks go forward from 1:00 to 2:00. "
        "Choose a time before 1:00, or 2:00 or later."
    ]
    assert field(response, name) == "2027-03-28 01:30"
    assert field(response, "summary") == "Kept."
    assert not ArticlePage.objects.exists()


@pytest.mark.parametrize(
    ("typed", "is_said"), [("2027-10-31 01:30", True), ("2027-10-31 02:00", False)]
)
def test_the_publisher_is_told_which_of_two_times_is_meant(
    publisher, news, typed, is_said
):
    response = add(publisher, news, ArticlePage, PUBLISH, go_live_at=typed)

    said = "01:30 comes twice that night" in " ".join(messages(response))
    assert said is is_said


def test_a_time_that_comes_twice_stays_as_it_is_when_the_form_is_sent_again(
    publisher, news
):
    typed = {"go_live_at": "2027-10-31 01:30"}
    add(publisher, news, ArticlePage, SAVE, **typed)
    article = ArticlePage.objects.get()
    first = article.get_latest_revision_as_object()
    shown = publisher.get(edit_url(article)).context["form"]["go_live_at"]

    edit(publisher, article, SAVE, title="Verdict in", **typed)

    assert 'value="2027-10-31 01:30"' in str(shown)
    again = ArticlePage.objects.get().get_latest_revision_as_object()
    assert (again.title, again.go_live_at) == ("Verdict in", first.go_live_at)
    assert again.go_live_at.astimezone(UTC) == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize("action", [SAVE, PUBLISH])
@pytest.mark.parametrize("name", ["go_live_at", "expire_at"])
def test_a_time_in_the_past_is_refused_and_nothing_is_lost(
    publisher, news, name, action
):
    times = {name: "2027-02-28 07:30"}

    response = add(publisher, news, ArticlePage, action, summary="Kept.", **times)

    (said,) = errors(response)[name]
    assert said.startswith(f"{PASSED} Choose a later one, or leave it empty")
    assert field(response, name) == "2027-02-28 07:30"
    assert field(response, "summary") == "Kept."
    assert not ArticlePage.objects.exists()


@pytest.mark.parametrize("expiry", ["2027-03-02 07:30", "2027-03-03 07:30"])
def test_an_expiry_that_is_not_after_going_live_is_refused(publisher, news, expiry):
    times = {"go_live_at": "2027-03-03 07:30", "expire_at": expiry}

    response = add(publisher, news, ArticlePage, PUBLISH, **times)

    assert list(errors(response)) == ["expire_at"]
    assert errors(response)["expire_at"] == [
        "This isn't after the page goes live, on 3 March 2027, 07:30. Choose a later "
        "time, or leave it empty, and the page stays."
    ]
    assert field(response, "expire_at") == expiry


def test_an_article_that_went_live_on_schedule_can_be_edited(publisher, news, clock):
    times = {"go_live_at": "2027-03-01 12:30"}
    add(publisher, news, ArticlePage, PUBLISH, **times)
    clock("2027-03-01 12:31")
    call_command("publish_scheduled")

    edit(publisher, ArticlePage.objects.get(), PUBLISH, title="Verdict in", **times)

    assert ArticlePage.objects.get().title == "Verdict in"


@pytest.fixture
def expired(publisher, news, clock):
    add(publisher, news, ArticlePage, PUBLISH, expire_at="2027-03-01 12:30")
    clock("2027-03-01 12:31")
    call_command("publish_scheduled")
    return ArticlePage.objects.get()


def test_an_expired_article_can_be_written_on(editor, expired):
    times = {"expire_at": "2027-03-01 12:30"}

    edit(editor, expired, SAVE, title="New words", **times)

    draft = ArticlePage.objects.get().get_latest_revision_as_object()
    assert (draft.title, draft.expire_at) == ("New words", expired.expire_at)


@pytest.mark.parametrize("action", [PUBLISH, SUBMIT])
def test_an_expired_article_is_not_published_for_a_time_that_has_passed(
    publisher, expired, action
):
    response = edit(publisher, expired, action, expire_at="2027-03-01 12:30")

    (said,) = errors(response)["expire_at"]
    assert PASSED in said
    assert not ArticlePage.objects.get().live


def test_an_expired_article_is_published_again_without_its_expiry(publisher, expired):
    edit(publisher, expired, PUBLISH)

    again = ArticlePage.objects.get()
    assert (again.live, again.expired, again.expire_at) == (True, False, None)


def test_a_standing_page_keeps_the_same_rules(publisher, home):
    response = edit(publisher, home, PUBLISH, go_live_at="2027-02-28 07:30")

    (said,) = errors(response)["go_live_at"]
    assert PASSED in said


def test_times_are_londons_whoever_sets_them(publisher):
    page = publisher.get("/admin/account/")

    assert "current_time_zone" not in page.content.decode()
    assert "Email" in page.content.decode()
