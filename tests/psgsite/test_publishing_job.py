"""The job that publishes on schedule: late, again, and when something is wrong."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, Revision
from wagtail.signals import page_published

from news.models import ArticlePage
from psgsite.models import PublishingRun, User
from tests import factories

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


@pytest.fixture
def pass_time(monkeypatch):
    """Let so much time pass."""

    def pass_(time):
        now = timezone.now() + time
        monkeypatch.setattr(timezone, "now", lambda: now)

    return pass_


def schedule(news, title="Verdict due", *, after=HOUR, expire=None, user=None):
    article = factories.article(news, title=title, live=False)
    article.go_live_at = timezone.now() + after
    article.expire_at = expire and timezone.now() + expire
    article.save_revision().publish(user=user)
    return article


def published():
    return set(ArticlePage.objects.live().values_list("title", flat=True))


def run(capsys):
    call_command("publish_scheduled")
    return capsys.readouterr().out


def test_says_what_it_published_and_expired(news, pass_time, capsys):
    schedule(news, "Comes")
    gone = factories.article(news, title="Goes", expire_at=timezone.now() + HOUR)
    pass_time(2 * HOUR)

    said = run(capsys)

    assert published() == {"Comes"}
    assert "“Comes” (" in said
    assert said.splitlines()[0].endswith("published")
    assert f"“Goes” ({gone.pk}) expired" in said
    assert run(capsys) == "Nothing was due.\n"


def test_a_dry_run_changes_nothing(news, pass_time):
    schedule(news)
    pass_time(2 * HOUR)

    call_command("publish_scheduled", dryrun=True)
    before = published()
    call_command("publish_scheduled")

    assert (before, published()) == (set(), {"Verdict due"})


def test_one_that_fails_does_not_keep_the_others(news, pass_time, capsys, caplog):
    schedule(news, "First", after=HOUR / 3)
    broken = schedule(news, "Broken", after=HOUR / 2)
    schedule(news, "Last")
    Revision.objects.for_instance(broken).update(content={"pk": broken.pk})
    pass_time(2 * HOUR)

    with pytest.raises(CommandError) as error:
        run(capsys)

    assert published() == {"First", "Last"}
    assert f"Not done, though due: “Broken” ({broken.pk})" in str(error.value)
    assert f"“Broken” ({broken.pk}) is due, and failed" in caplog.text
    assert error.value.returncode == 1
    assert PublishingRun.last().failed == 1


def test_what_failed_is_tried_again(news, pass_time, monkeypatch):
    schedule(news)
    pass_time(2 * HOUR)

    def refuse(**kwargs):
        raise OSError("the disk is full")

    page_published.connect(refuse)
    try:
        with pytest.raises(CommandError):
            call_command("publish_scheduled")
    finally:
        page_published.disconnect(refuse)
    # Nothing of it remains half done.
    logged = PageLogEntry.objects.filter(action="wagtail.publish.scheduled")
    before = published(), logged.count()
    call_command("publish_scheduled")

    assert before == (set(), 0)
    assert logged.count() == 1
    assert published() == {"Verdict due"}
    assert PublishingRun.last().failed == 0


def test_a_page_is_tried_twice_if_the_database_gave_way_to_others(news, pass_time):
    schedule(news)
    pass_time(2 * HOUR)
    refused = []

    def refuse_once(**kwargs):
        if not refused:
            refused.append("deadlock detected")
            raise OperationalError(*refused)

    page_published.connect(refuse_once)
    try:
        call_command("publish_scheduled")
    finally:
        page_published.disconnect(refuse_once)

    assert refused
    assert published() == {"Verdict due"}


def test_a_late_run_does_not_show_what_has_expired_meanwhile(
    news, pass_time, capsys, client
):
    article = schedule(news, expire=2 * HOUR)
    pass_time(3 * HOUR)

    said = run(capsys)

    article.refresh_from_db()
    assert (article.live, article.expired) == (False, True)
    assert said == f"“Verdict due” ({article.pk}) published and expired\n"


def test_a_late_run_publishes_the_new_version_of_a_page_that_has_expired(
    news, pass_time
):
    article = factories.article(news, title="Old", expire_at=timezone.now() + HOUR)
    article.title, article.expire_at = "New", None
    article.go_live_at = timezone.now() + HOUR / 2
    article.save_revision().publish()
    pass_time(2 * HOUR)

    call_command("publish_scheduled")

    assert published() == {"New"}


def test_a_newer_draft_stays_a_draft(news, pass_time):
    article = schedule(news, "Scheduled words")
    article.title = "Newer words"
    article.save_revision()
    pass_time(2 * HOUR)

    call_command("publish_scheduled")

    article = ArticlePage.objects.get()
    assert (article.title, article.live) == ("Scheduled words", True)
    assert article.has_unpublished_changes
    assert article.get_latest_revision_as_object().title == "Newer words"


def test_a_deleted_page_is_forgotten(news, pass_time, capsys):
    schedule(news, "Deleted").delete()
    schedule(news, "Kept")
    pass_time(2 * HOUR)

    call_command("publish_scheduled")

    assert published() == {"Kept"}


def test_a_version_whose_page_is_missing_is_taken_off_the_schedule(
    news, pass_time, capsys
):
    orphan = Revision.objects.for_instance(schedule(news, "Orphan")).get()
    Revision.objects.filter(pk=orphan.pk).update(object_id="999999")
    schedule(news, "Kept")
    pass_time(2 * HOUR)

    said = run(capsys)

    assert "“Orphan” (999999) is no more: taken off the schedule" in said
    assert published() == {"Kept"}
    assert run(capsys) == "Nothing was due.\n"


def test_who_scheduled_may_have_left(news, pass_time):
    publisher = factories.user("Editors", is_superuser=True)
    schedule(news, "By someone gone", user=publisher)
    User.objects.all().delete()
    pass_time(2 * HOUR)

    call_command("publish_scheduled")

    assert published() == {"By someone gone"}


def test_an_alias_follows_its_page(news, home, pass_time):
    article = factories.article(news, expire_at=timezone.now() + HOUR)
    alias = article.create_alias(parent=news, update_slug="copy")
    pass_time(2 * HOUR)

    call_command("publish_scheduled")

    pages = Page.objects.filter(pk__in=[article.pk, alias.pk])
    assert [page.live for page in pages] == [False, False]


def test_lists_feeds_and_search_follow(news, pass_time, client):
    schedule(news, "Comes")
    factories.article(news, title="Goes", expire_at=timezone.now() + HOUR)
    addresses = ["/news/", "/news/feed/", "/search/?query=comes+goes"]

    def shown():
        pages = [client.get(address).content.decode() for address in addresses]
        return [
            tuple(f"{word}</" in page for word in ("Comes", "Goes")) for page in pages
        ]

    before = shown()
    pass_time(2 * HOUR)
    call_command("publish_scheduled")

    assert before[:2] == [(False, True)] * 2
    assert shown()[:2] == [(True, False)] * 2
