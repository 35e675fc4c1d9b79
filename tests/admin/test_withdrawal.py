"""Withdrawing an article in the admin, and what undoes it."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from news.models import ArticlePage
from tests import factories
from tests.admin.editing import PUBLISH, add, do, edit, edit_url, messages, was_refused

pytestmark = pytest.mark.any_database

REASON = "The dates in it were wrong."


@pytest.fixture
def article(publisher, news):
    add(publisher, news, ArticlePage, PUBLISH)
    return ArticlePage.objects.get()


def address(article):
    return reverse("withdraw_article", args=[article.pk])


def withdraw(client, article, reason=REASON):
    return client.post(address(article), {"reason": reason})


def now(article):
    return ArticlePage.objects.get(pk=article.pk)


def test_a_publisher_withdraws_an_article_and_readers_see_why(
    publisher, client, article
):
    before = client.get("/news/verdict-due/").status_code
    response = withdraw(publisher, article)

    shown = client.get("/news/verdict-due/")

    assert before == 200
    assert messages(response)[-1] == "“Verdict due” is withdrawn. Edit"
    assert shown.status_code == 410
    assert REASON in shown.content.decode()


def test_the_form_says_what_will_happen(publisher, article):
    html = publisher.get(address(article)).content.decode()

    assert article.full_url in html
    assert "To undo this, publish the article again" in html


@pytest.mark.parametrize(
    ("reason", "error"), [("", "required"), ("  \n", "required"), ("x" * 501, "500")]
)
def test_a_reason_is_needed_and_has_a_limit(publisher, article, reason, error):
    response = withdraw(publisher, article, reason)

    assert error in response.context["form"].errors["reason"][0]
    assert now(article).live
    assert not now(article).withdrawal_reason


@pytest.mark.parametrize("role", ["editor", "secretary"])
def test_nobody_else_withdraws_an_article(request, article, role):
    client = request.getfixturevalue(role)

    assert was_refused(client.get(address(article)))
    assert was_refused(withdraw(client, article))
    assert now(article).live


def test_an_article_that_is_not_published_is_not_withdrawn(publisher, article):
    do(publisher, "unpublish", article)

    assert was_refused(withdraw(publisher, article))
    assert not now(article).withdrawal_reason


def test_nothing_but_an_article_is_withdrawn(publisher, news):
    assert publisher.get(address(news)).status_code == 404


def test_the_menu_of_a_page_offers_it_to_those_who_may(publisher, editor, article):
    link = f'href="{address(article)}"'
    listing = reverse("wagtailadmin_explore", args=[article.get_parent().pk])

    for place in (edit_url(article), listing):
        assert link in publisher.get(place).content.decode()
        assert link not in editor.get(place).content.decode()


def test_the_menu_of_a_draft_and_of_a_section_does_not_offer_it(
    publisher, news, article
):
    do(publisher, "unpublish", article)

    for shown in (article, news):
        html = publisher.get(edit_url(shown)).content.decode()
        assert address(shown) not in html


def test_the_history_tells_who_withdrew_it_and_why(publisher, article):
    withdraw(publisher, article)

    history = reverse("wagtailadmin_pages:history", args=[article.pk])
    html = publisher.get(history).content.decode()

    entry = PageLogEntry.objects.get(action="news.withdraw")
    assert entry.user.username == "publishers"
    assert entry.data == {"reason": REASON}
    assert "Withdrawn" in html
    assert REASON in html


def test_publishing_it_again_undoes_it_for_good(publisher, client, article):
    withdraw(publisher, article)
    edit(publisher, article, PUBLISH, title="Put right")

    republished = client.get("/news/verdict-due/")
    do(publisher, "unpublish", article)
    unpublished = client.get("/news/verdict-due/")

    assert "<h1>Put right</h1>" in republished.content.decode()
    assert unpublished.status_code == 404


def test_publishing_any_version_undoes_it(publisher, article):
    older = article.revisions.get()
    withdraw(publisher, article)
    kept_with_reason = now(article).save_revision()

    for revision in (older, kept_with_reason):
        withdrawn = now(article).withdrawal_reason
        revision.publish()
        assert withdrawn == REASON
        assert now(article).live
        assert not now(article).withdrawal_reason
        withdraw(publisher, article)


def test_a_scheduled_version_undoes_it_at_its_time_and_not_before(
    publisher, client, article, monkeypatch
):
    withdraw(publisher, article)
    later = timezone.now() + timedelta(days=1)
    soon = timezone.localtime(later).strftime("%Y-%m-%d %H:%M")
    edit(publisher, article, PUBLISH, go_live_at=soon)

    before = client.get("/news/verdict-due/").status_code
    monkeypatch.setattr(timezone, "now", lambda: later)
    call_command("publish_scheduled")

    assert before == 410
    assert client.get("/news/verdict-due/").status_code == 200
    assert not now(article).withdrawal_reason


def test_a_version_that_is_scheduled_is_called_off_first(publisher, article):
    """It locks the page for Wagtail's own "Unpublish" too."""
    later = timezone.localtime() + timedelta(days=1)
    edit(publisher, article, PUBLISH, go_live_at=later.strftime("%Y-%m-%d %H:%M"))
    scheduled = now(article).scheduled_revision

    refused = withdraw(publisher, article)
    do(publisher, "revisions_unschedule", article, scheduled.pk)
    withdraw(publisher, article)

    assert was_refused(refused)
    assert now(article).is_withdrawn


def test_a_draft_of_a_withdrawn_article_leaves_it_withdrawn(editor, publisher, article):
    withdraw(publisher, article)

    edit(editor, article, title="In the making")

    assert now(article).withdrawal_reason == REASON
    assert editor.get("/news/verdict-due/").status_code == 410


def test_a_copy_of_a_withdrawn_article_is_a_plain_draft(publisher, news, article):
    withdraw(publisher, article)
    copy = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": news.pk}

    do(publisher, "copy", article, **copy)

    made = ArticlePage.objects.get(slug="copy")
    assert not made.withdrawal_reason
    assert now(article).withdrawal_reason == REASON


def test_a_deleted_article_is_not_found(publisher, client, news, article):
    withdraw(publisher, article)
    before = client.get("/news/verdict-due/").status_code

    do(publisher, "delete", article)

    assert before == 410
    assert client.get("/news/verdict-due/").status_code == 404


def test_the_form_is_the_admins_own(publisher, article):
    """It has the field's help, and sends itself to its own address."""
    html = publisher.get(address(article)).content.decode()

    assert f'action="{address(article)}"' in html
    assert "Plain text, up to 500 characters" in html


def test_two_publishers_withdraw_an_article_once(publisher, administrator, article):
    withdraw(publisher, article)

    second = withdraw(administrator, article, "Another reason.")

    assert was_refused(second)
    assert now(article).withdrawal_reason == REASON


def test_a_live_article_of_an_import_is_withdrawn_too(publisher, client, news):
    imported = factories.article(news, title="From a file")

    withdraw(publisher, imported)

    assert client.get("/news/from-a-file/").status_code == 410
