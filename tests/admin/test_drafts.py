"""Drafts, publishing and unpublishing, as the editor does it and the reader sees it."""

import pytest
from django.urls import reverse

from news.models import ArticlePage
from tests.admin.editing import PUBLISH, add, do, edit, edit_url, errors

pytestmark = pytest.mark.any_database

ADDRESSES = ["/", "/news/", "/news/verdict-due/", "/news/feed/"]


@pytest.fixture
def article(publisher, news):
    add(publisher, news, ArticlePage, PUBLISH, title="Old words")
    return ArticlePage.objects.get()


def everywhere(reader, words):
    """What a reader gets from every place that shows an article; the search is for it."""
    responses = [reader.get(address) for address in ADDRESSES]
    responses.append(reader.get("/search/", {"query": words}))
    return [response.content.decode() for response in responses]


def test_a_new_draft_is_for_editors_alone(editor, client, news):
    response = add(editor, news, title="Quiet draft")

    draft = ArticlePage.objects.get(title="Quiet draft")
    assert response.headers["Location"] == edit_url(draft)
    assert "Quiet draft" in editor.get(edit_url(draft)).content.decode()
    assert client.get("/news/verdict-due/").status_code == 404
    for seen in everywhere(client, "Quiet draft")[:4]:
        assert "Quiet draft" not in seen


def test_a_published_article_is_everywhere(client, article):
    for seen in everywhere(client, "Old words"):
        assert "Old words" in seen


def test_readers_see_the_old_text_while_a_draft_is_newer(editor, client, article):
    edit(editor, article, title="Quinoa harvest", summary="A quinoa harvest.")

    for seen in everywhere(client, "Old words"):
        assert "Old words" in seen
        assert "Quinoa harvest" not in seen
    assert "No results" in everywhere(client, "Quinoa harvest")[-1]


def test_the_view_of_the_draft_shows_the_new_text(editor, article):
    edit(editor, article, title="New words")

    shown = editor.get(reverse("wagtailadmin_pages:view_draft", args=[article.pk]))

    assert "<h1>New words</h1>" in shown.content.decode()


def test_publishing_the_draft_puts_the_new_text_everywhere(publisher, client, article):
    edit(publisher, article, title="New words")
    edit(publisher, article, PUBLISH, title="New words")

    for seen in everywhere(client, "New words"):
        assert "New words" in seen
        assert "Old words" not in seen
    assert "No results" in everywhere(client, "Old words")[-1]


def test_unpublishing_takes_an_article_from_everywhere(publisher, client, article):
    do(publisher, "unpublish", article)

    *pages, search = everywhere(client, "Old words")
    for seen in pages:
        assert "Old words" not in seen
    assert "No results" in search
    assert client.get("/news/verdict-due/").status_code == 404


def test_an_article_without_a_title_is_not_even_a_draft(editor, news):
    response = add(editor, news, title="")

    assert errors(response)["title"] == ["This field is required."]
    assert not ArticlePage.objects.exists()


def test_the_reader_sees_no_error_when_the_news_is_unpublished(
    publisher, client, news, article
):
    do(publisher, "unpublish", news)

    assert client.get("/").status_code == 200
    assert client.get("/news/").status_code == 404
