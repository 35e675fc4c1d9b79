"""Undoing a publication, and going back to what a newer site no longer has."""

import json

import pytest
from django.urls import reverse

from news.models import ArticlePage
from tests.admin.editing import PUBLISH, add, do, edit

PAGES = ["/news/", "/search/?query=verdict"]
ADDRESS = "/news/verdict-due/"


@pytest.fixture
def article(publisher, news):
    add(publisher, news, ArticlePage, PUBLISH)
    return ArticlePage.objects.get()


def places(client):
    """Where readers meet the article."""
    found = [page for page in PAGES if ADDRESS in client.get(page).content.decode()]
    return found + [ADDRESS] * (client.get(ADDRESS).status_code == 200)


def test_an_article_published_too_early_is_taken_back_and_published_again(
    publisher, client, article
):
    public = places(client)
    do(publisher, "unpublish", article)
    taken_back = places(client)
    edit(publisher, article, PUBLISH)

    assert public == places(client) == [*PAGES, ADDRESS]
    assert taken_back == []


def test_a_version_with_a_kind_of_block_that_is_gone_still_opens(publisher, article):
    revision = article.revisions.latest("pk")
    gone = {"type": "poll", "value": {"question": "?"}, "id": "a"}
    text = {"type": "paragraph", "value": "<p>Judges met.</p>", "id": "b"}
    revision.content["body"] = json.dumps([gone, text])
    revision.save()
    edit(publisher, article, title="Verdict given")

    for name in ("revisions_view", "revisions_revert"):
        address = reverse(f"wagtailadmin_pages:{name}", args=[article.pk, revision.pk])
        shown = publisher.get(address)

        assert shown.status_code == 200
        assert "Judges met." in shown.content.decode()


def test_a_version_with_a_field_that_is_gone_still_opens(publisher, article):
    revision = article.revisions.latest("pk")
    revision.content["subtitle"] = "A field of an older site"
    del revision.content["byline"]
    revision.save()
    edit(publisher, article, title="Verdict given")
    names = [article.pk, revision.pk, "latest"]

    compared = publisher.get(
        reverse("wagtailadmin_pages:revisions_compare", args=names)
    )

    assert compared.status_code == 200
    assert "given" in compared.content.decode()
