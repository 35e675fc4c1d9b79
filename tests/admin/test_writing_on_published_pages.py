"""Whatever an editor does to a published page waits for a publisher."""

import pytest
from django.urls import reverse
from django.utils import timezone

from news.models import ArticlePage
from tests import factories
from tests.admin.editing import PUBLISH, SUBMIT, add, do, edit, messages


@pytest.fixture
def article(publisher, news):
    add(publisher, news, ArticlePage, PUBLISH, title="Old words", slug="old-words")
    return ArticlePage.objects.get()


def now(article):
    return ArticlePage.objects.get(pk=article.pk)


@pytest.mark.parametrize("action", [{}, PUBLISH, SUBMIT])
def test_the_address_stays(editor, client, article, action):
    edit(editor, article, action, title="New words", slug="new-words")

    assert client.get("/news/old-words/").status_code == 200
    assert client.get("/news/new-words/").status_code == 404
    assert now(article).get_latest_revision_as_object().slug == "new-words"


@pytest.mark.parametrize("time", ["go_live_at", "expire_at"])
def test_a_time_is_not_kept_to_until_it_is_approved(editor, article, time):
    soon = timezone.localtime().replace(year=2100).strftime("%Y-%m-%d %H:%M")

    edit(editor, article, PUBLISH, title="New words", **{time: soon})

    assert now(article).live
    assert now(article).scheduled_revision is None
    assert getattr(now(article), time) is None


def test_going_back_to_an_old_version_is_a_draft(editor, publisher, article):
    edit(publisher, article, PUBLISH, title="New words", slug="old-words")
    first = article.revisions.earliest("pk")

    edit(editor, article, PUBLISH, title="Old words", revision=first.pk)

    assert now(article).title == "New words"


def test_a_publisher_unlinks_a_page_from_the_one_it_shows(editor, publisher, article):
    alias = article.create_alias(update_slug="alias")

    refused = do(editor, "convert_alias", alias)
    before = now(alias).alias_of_id
    do(publisher, "convert_alias", alias)

    assert "only someone who may publish" in messages(refused)[0]
    assert before == article.pk
    assert now(alias).alias_of_id is None


def test_order_and_place_stay(editor, home, news, article):
    other = factories.article(news, slug="other")
    before = now(article).path, now(other).path

    do(editor, "set_page_position", article)
    editor.post(
        reverse("wagtailadmin_pages:set_page_position", args=[other.pk]),
        {"position": 0},
    )
    do(editor, "move_confirm", article, home.pk)

    assert (now(article).path, now(other).path) == before
