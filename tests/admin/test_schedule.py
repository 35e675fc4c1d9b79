"""Going live and expiring at a time that was set, also when the clocks change."""

from datetime import UTC

import pytest
from django.core.management import call_command
from wagtail.models import PageLogEntry

from news.models import ArticlePage
from tests.admin.editing import PUBLISH, add, do, edit

pytestmark = pytest.mark.usefixtures("clock")


def status(client):
    return client.get("/news/verdict-due/").status_code


def publish_scheduled():
    call_command("publish_scheduled")


def test_a_scheduled_article_appears_at_its_time_and_not_before(
    publisher, client, news, clock
):
    add(publisher, news, ArticlePage, PUBLISH, go_live_at="2027-03-02 07:30")

    clock("2027-03-02 07:29")
    publish_scheduled()
    before = status(client)
    clock("2027-03-02 07:31")
    publish_scheduled()

    assert before == 404
    assert status(client) == 200
    assert "Verdict due" in client.get("/").content.decode()


def test_a_scheduled_article_disappears_at_its_time_and_not_before(
    publisher, client, news, clock
):
    add(publisher, news, ArticlePage, PUBLISH, expire_at="2027-03-02 07:30")

    clock("2027-03-02 07:29")
    publish_scheduled()
    before = status(client)
    clock("2027-03-02 07:31")
    publish_scheduled()

    assert before == 200
    assert status(client) == 404
    assert ArticlePage.objects.get().expired


def test_a_newer_text_of_a_live_article_waits_for_its_time(
    publisher, client, news, clock
):
    add(publisher, news, ArticlePage, PUBLISH, title="Old words")
    article = ArticlePage.objects.get()
    edit(publisher, article, PUBLISH, title="New words", go_live_at="2027-03-02 07:30")

    before = client.get("/news/verdict-due/").content.decode()
    clock("2027-03-02 07:31")
    publish_scheduled()
    after = client.get("/news/verdict-due/").content.decode()

    assert "<h1>Old words</h1>" in before
    assert "<h1>New words</h1>" in after


def test_running_the_command_twice_changes_nothing(publisher, client, news, clock):
    times = {"go_live_at": "2027-03-02 07:30", "expire_at": "2027-03-03 07:30"}
    add(publisher, news, ArticlePage, PUBLISH, **times)
    seen = []

    for day in (2, 3):
        for minute in (30, 40):
            clock(f"2027-03-0{day} 08:{minute}")
            publish_scheduled()
            seen.append((status(client), PageLogEntry.objects.count()))

    assert [code for code, _ in seen] == [200, 200, 404, 404]
    assert seen[0] == seen[1]
    assert seen[2] == seen[3]


@pytest.mark.parametrize(
    ("typed", "just_before", "just_after"),
    [
        # At 1 o'clock the clocks go forward to 2.
        ("2027-03-28 00:30", "2027-03-28 00:29", "2027-03-28 00:31"),
        ("2027-03-28 02:30", "2027-03-28 01:29", "2027-03-28 01:31"),
        # At 2 o'clock the clocks go back to 1.
        ("2027-10-31 00:30", "2027-10-30 23:29", "2027-10-30 23:31"),
        # Twice that night, and the first is meant.
        ("2027-10-31 01:30", "2027-10-31 00:29", "2027-10-31 00:31"),
        ("2027-10-31 02:30", "2027-10-31 02:29", "2027-10-31 02:31"),
    ],
)
def test_an_article_appears_in_time_on_a_night_when_the_clocks_change(
    publisher, client, news, clock, typed, just_before, just_after
):
    """``just_before`` and ``just_after`` are in UTC."""
    add(publisher, news, ArticlePage, PUBLISH, go_live_at=typed)

    clock(just_before, UTC)
    publish_scheduled()
    before = status(client)
    clock(just_after, UTC)
    publish_scheduled()

    assert before == 404
    assert status(client) == 200


def test_an_editor_cannot_schedule_what_no_publisher_has_seen(
    editor, client, news, clock
):
    add(editor, news, ArticlePage, PUBLISH, go_live_at="2027-03-02 07:30")

    clock("2027-03-02 07:31")
    publish_scheduled()

    assert ArticlePage.objects.get().title == "Verdict due"
    assert status(client) == 404


def test_a_scheduled_article_can_be_called_off(publisher, client, news, clock):
    add(publisher, news, ArticlePage, PUBLISH, go_live_at="2027-03-02 07:30")
    article = ArticlePage.objects.get()

    do(publisher, "revisions_unschedule", article, article.scheduled_revision.pk)
    clock("2027-03-02 07:31")
    publish_scheduled()

    assert status(client) == 404
