"""A button leads to a page only as long as every reader can open it."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from news.models import ArticlePage
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

PLACES = [
    "/news/calls/",
    "/news/calls/markdown/",
    "/news/feed/",
    "/news/feed/atom/",
]


def call(page=None, url=""):
    value = {"text": "Read more.", "label": "Go on", "page": page, "url": url}
    return {"type": "call_to_action", "value": value}


@pytest.fixture
def named(news):
    """The article that a button of another one leads to."""
    named = factories.article(news, title="Named", slug="the-named-one")
    factories.article(news, title="Calls", slug="calls", body=[call(named.pk)])
    return named


def section(client, address):
    """What is said of the calling article, without the other entries of a feed."""
    text = client.get(address).content.decode()
    start = text.index("Read more.")
    return text[start : start + 200]


@pytest.mark.parametrize("place", PLACES)
def test_a_button_leads_to_a_page_that_everyone_can_open(client, named, place):
    shown = section(client, place)

    assert "Go on" in shown
    assert "/news/the-named-one/" in shown


def draft(page):
    page.unpublish()


def withdrawn(page):
    page.withdraw("It was wrong.", user=None)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("hide", [draft, withdrawn, factories.restrict])
def test_a_page_that_readers_may_not_see_leaves_the_words(client, named, place, hide):
    hide(named)

    shown = section(client, place)

    assert "Go on" not in shown
    assert "the-named-one" not in shown


def test_a_button_to_another_site_stays(client, news):
    body = [call(url="https://example.org/")]
    factories.article(news, slug="calls", body=body)

    assert '<a class="button" href="https://example.org/">Go on</a>' in (
        client.get("/news/calls/").content.decode()
    )


@pytest.mark.parametrize("place", PLACES)
def test_many_buttons_cost_what_one_does(client, named, place):
    def queries():
        client.get(place)
        cache.clear()
        with CaptureQueriesContext(connection) as captured:
            client.get(place)
        return len(captured)

    one = queries()
    calling = ArticlePage.objects.get(slug="calls")
    pages = ArticlePage.objects.exclude(pk=calling.pk)

    calling.body = [call(page.pk) for page in pages] * 3
    calling.save()

    assert queries() == one
