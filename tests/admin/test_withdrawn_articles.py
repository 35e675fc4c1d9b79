"""A withdrawn article stays withdrawn, at its address, until someone decides otherwise."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import GroupPagePermission, WorkflowState

from home.roles import EDITORS
from news.models import ArticlePage
from tests import factories
from tests.admin.editing import (
    PUBLISH,
    SUBMIT,
    add,
    do,
    edit,
    edit_url,
    errors,
    messages,
)
from tests.admin.test_publishing_many import publish_all

pytestmark = pytest.mark.any_database

REASON = "The dates in it were wrong."
REFUSED = (
    "Nothing was deleted, for “Verdict due” was withdrawn, and its address tells readers "
    "why. If it must go, ask someone who may publish."
)


@pytest.fixture
def article(editor, publisher, news):
    """An editor's own article, which a publisher published."""
    add(editor, news)
    article = ArticlePage.objects.get()
    article.save_revision().publish()
    return ArticlePage.objects.get()


@pytest.fixture
def withdrawn(publisher, article):
    withdraw(publisher, article)
    return now()


def withdraw(client, article):
    return client.post(
        reverse("withdraw_article", args=[article.pk]), {"reason": REASON}
    )


def now():
    return ArticlePage.objects.get(slug="verdict-due")


def delete_all(client, *pages):
    ids = "&".join(f"id={page.pk}" for page in pages)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    return client.post(f"{address}?{ids}")


@pytest.mark.parametrize("from_above", [True, False], ids=["from above", "ticked"])
def test_publishing_many_leaves_it_withdrawn(
    publisher, client, news, withdrawn, from_above
):
    draft = factories.article(news, title="Draft", live=False)

    if from_above:
        response = publish_all(publisher, news, include_descendants="on")
    else:
        response = publish_all(publisher, draft, withdrawn)

    said = messages(response)[-1]
    assert said.startswith("Nothing was published, for “Verdict due” was withdrawn.")
    assert "publish it there" in said
    assert now().withdrawal_reason == REASON
    assert client.get("/news/verdict-due/").status_code == 410
    assert client.get("/news/draft/").status_code == 404


def test_other_articles_are_published_beside_it(publisher, client, news, withdrawn):
    draft = factories.article(news, title="Draft", live=False)

    publish_all(publisher, draft)

    assert client.get("/news/draft/").status_code == 200
    assert client.get("/news/verdict-due/").status_code == 410


def test_a_review_in_progress_ends_with_the_withdrawal(editor, publisher, article):
    edit(editor, article, SUBMIT, title="With a new paragraph")
    before = WorkflowState.objects.get()

    withdraw(publisher, article)

    after = WorkflowState.objects.get()
    assert before.status == WorkflowState.STATUS_IN_PROGRESS
    assert after.status == WorkflowState.STATUS_CANCELLED
    waiting = publisher.get(reverse("wagtailadmin_home")).content.decode()
    assert "Awaiting your review" not in waiting
    assert now().is_withdrawn
    # The text that was in review isn't lost.
    latest = now().get_latest_revision_as_object()
    assert latest.title == "With a new paragraph"


@pytest.mark.parametrize("action", [{}, PUBLISH], ids=["saved", "published"])
def test_its_slug_cannot_be_changed(publisher, client, withdrawn, action):
    response = edit(publisher, withdrawn, action, slug="elsewhere")

    (error,) = errors(response)["slug"]
    assert "was withdrawn" in error
    assert "Put back “verdict-due”" in error
    assert client.get("/news/verdict-due/").status_code == 410
    assert client.get("/news/elsewhere/").status_code == 404


def test_its_slug_left_empty_stays_as_it_was(publisher, client, withdrawn):
    edit(publisher, withdrawn, title="Quite another title", slug="")

    assert now().draft_title == "Quite another title"
    assert client.get("/news/verdict-due/").status_code == 410


def test_a_title_that_makes_its_slug_gets_no_number(publisher, client, news, withdrawn):
    factories.article(news, title="Quite another title")

    edit(publisher, withdrawn, title="Quite another title", slug="verdict-due")

    assert client.get("/news/verdict-due/").status_code == 410


def test_a_slug_that_waited_in_a_draft_does_not_move_it(publisher, client, article):
    edit(publisher, article, slug="elsewhere")
    withdraw(publisher, article)

    refused = edit(publisher, article, slug="elsewhere")
    edit(publisher, article, slug="verdict-due")

    assert "Put back “verdict-due”" in errors(refused)["slug"][0]
    assert client.get("/news/verdict-due/").status_code == 410


def test_the_slug_of_a_plain_draft_can_be_changed(publisher, article):
    do(publisher, "unpublish", article)

    edit(publisher, article, slug="elsewhere")

    assert ArticlePage.objects.get().slug == "elsewhere"


def test_once_published_again_its_slug_can_be_changed(publisher, withdrawn):
    edit(publisher, withdrawn, PUBLISH)

    edit(publisher, withdrawn, PUBLISH, slug="elsewhere")

    assert ArticlePage.objects.get().slug == "elsewhere"


@pytest.mark.parametrize("many", [False, True], ids=["alone", "among others"])
def test_who_may_not_publish_does_not_delete_it(editor, client, news, withdrawn, many):
    add(editor, news, slug="own-draft")
    draft = ArticlePage.objects.get(slug="own-draft")

    both = [draft, withdrawn]
    response = delete_all(editor, *both) if many else do(editor, "delete", withdrawn)

    assert messages(response)[-1] == REFUSED
    assert ArticlePage.objects.count() == 2
    assert client.get("/news/verdict-due/").status_code == 410


@pytest.mark.parametrize("many", [False, True], ids=["alone", "among others"])
def test_nor_does_it_go_with_a_section_that_they_delete(editor, news, withdrawn, many):
    may_delete_trees = Permission.objects.get(codename="bulk_delete_page")
    GroupPagePermission.objects.create(
        group=Group.objects.get(name=EDITORS), page=news, permission=may_delete_trees
    )
    news.unpublish()

    response = delete_all(editor, news) if many else do(editor, "delete", news)

    assert messages(response)[-1] == REFUSED
    assert now().is_withdrawn


@pytest.mark.parametrize("many", [False, True], ids=["alone", "among others"])
def test_who_may_not_publish_deletes_their_own_drafts(editor, news, withdrawn, many):
    add(editor, news, slug="own-draft")
    draft = ArticlePage.objects.get(slug="own-draft")

    if many:
        delete_all(editor, draft)
    else:
        do(editor, "delete", draft)

    assert ArticlePage.objects.get() == withdrawn


@pytest.mark.parametrize("many", [False, True], ids=["alone", "among others"])
def test_a_publisher_deletes_it(publisher, client, withdrawn, many):
    if many:
        delete_all(publisher, withdrawn)
    else:
        do(publisher, "delete", withdrawn)

    assert client.get("/news/verdict-due/").status_code == 404


def test_its_form_still_opens(editor, withdrawn):
    assert editor.get(edit_url(withdrawn)).status_code == 200
