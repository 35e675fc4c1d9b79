"""What readers find where an article was that has been withdrawn."""

import pytest
from django.core.exceptions import PermissionDenied

from news.models import ArticlePage
from tests import factories

pytestmark = pytest.mark.django_db

REASON = "A family asked us to.\n\n<b>We agreed</b> & apologise."


@pytest.fixture
def withdrawn(news):
    article = factories.article(news, title="Witness list")
    article.withdraw(REASON, user=None)
    return article


def test_its_address_says_that_it_is_gone_and_why(client, news, withdrawn):
    factories.article(news, title="Verdict due")

    response = client.get("/news/witness-list/")

    html = response.content.decode()
    assert response.status_code == 410
    assert "<p>A family asked us to.</p>" in html
    assert "&lt;b&gt;We agreed&lt;/b&gt; &amp; apologise." in html
    assert withdrawn.full_url in html
    assert '<meta name="robots" content="noindex">' in html


def test_readers_find_their_way_on_from_it(client, news, withdrawn):
    factories.article(news, title="Verdict due")

    html = client.get("/news/witness-list/").content.decode()

    assert 'action="/search/"' in html
    assert 'href="/news/verdict-due/"' in html
    assert '<nav class="menu"' in html


def test_nothing_of_the_article_itself_is_shown(client, withdrawn):
    html = client.get("/news/witness-list/").content.decode()

    assert "Witness list" not in html
    assert withdrawn.summary not in html


@pytest.mark.parametrize("below", ["markdown/", "bibtex/", "ris/"])
def test_addresses_below_it_are_gone_too(client, news, withdrawn, below):
    assert client.get(f"/news/witness-list/{below}").status_code == 410
    assert client.get(f"/news/never-was/{below}").status_code == 404


def test_an_article_that_was_only_unpublished_is_not_found(client, news):
    factories.article(news).unpublish()

    assert client.get("/news/verdict-due/").status_code == 404


@pytest.mark.parametrize("above", [False, True])
def test_why_a_private_article_went_is_not_told(client, news, withdrawn, above):
    before = client.get("/news/witness-list/")
    factories.restrict(news if above else withdrawn)

    response = client.get("/news/witness-list/")

    assert before.status_code == 410
    assert response.status_code == 404
    assert "A family asked" not in response.content.decode()


def test_a_head_request_gets_the_same_answer(client, withdrawn):
    assert client.head("/news/witness-list/").status_code == 410


def test_withdrawing_needs_leave(news):
    article = factories.article(news)

    with pytest.raises(PermissionDenied) as refusal:
        article.withdraw("Because.", user=factories.user())

    assert "do not have permission" in str(refusal.value)
    assert ArticlePage.objects.get().live
