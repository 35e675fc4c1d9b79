"""An alias, Wagtail's copy that follows a page, is as private as the page that it follows."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from about.models import AboutPage
from news.models import ArticlePage, Region, Topic
from tests import factories
from tests.test_visibility import PLACES, subjects  # noqa: F401 a fixture

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

ADDRESS = "the-other-address"


def alias_of(article, slug=ADDRESS):
    """An alias beside ``article``, with its topics and regions."""
    return article.create_alias(update_slug=slug)


@pytest.fixture
def secret(news, subjects):  # noqa: F811 the fixture
    factories.article(news, title="Verdict due", date=date(2014, 12, 8), **subjects)
    return factories.article(
        news, title="Witness list", date=date(2014, 12, 9), **subjects
    )


@pytest.mark.parametrize("depth", [1, 2])
def test_an_alias_of_a_private_article_appears_nowhere(client, secret, depth):
    alias = alias_of(secret)
    if depth == 2:
        alias = alias_of(alias, "follows-the-alias")
    assert alias.slug in client.get("/news/").content.decode()
    assert alias.slug in client.get("/search/?query=judges").content.decode()

    factories.restrict(secret)

    for place in PLACES:
        html = client.get(place).content.decode()
        assert "erdict" in html, f"{place} should show the other article"
        assert "Witness list" not in html, f"{place} shows the title"
        assert alias.slug not in html, f"{place} shows the address"
    assert client.get("/news/").context["articles"].paginator.count == 1
    assert Topic.objects.get().articles.count() > 1
    assert Region.objects.get().articles.count() > 1


def test_an_alias_of_a_private_article_has_no_card(client, secret):
    alias = alias_of(secret)
    before = client.get(f"/cards/{alias.pk}.png", follow=True).status_code

    factories.restrict(secret)

    assert before == 200
    assert client.get(f"/cards/{alias.pk}.png", follow=True).status_code == 404


@pytest.mark.parametrize("known", [True, False])
def test_published_leaves_out_aliases_of_private_pages(news, secret, known):
    alias_of(secret)
    restriction = factories.restrict(secret)

    paths = [secret.path, ArticlePage.objects.get(slug=ADDRESS).path]
    published = ArticlePage.objects.published(paths if known else None)

    assert [article.title for article in published] == ["Verdict due"]
    restriction.delete()
    assert ArticlePage.objects.published().count() == 3


def test_an_alias_of_a_public_article_stays_when_another_is_private(client, secret):
    alias_of(ArticlePage.objects.get(title="Verdict due"))

    factories.restrict(secret)

    assert client.get(f"/news/{ADDRESS}/").status_code == 200
    for place in ["/news/", "/search/?query=judges", "/sitemap-articles.xml"]:
        assert ADDRESS in client.get(place).content.decode()


def test_an_alias_of_a_page_below_a_private_one_cannot_be_read(client, home, news):
    secret = factories.article(news, title="Witness list")
    about = factories.page(home, AboutPage, slug="about")
    secret.create_alias(parent=about, update_slug=ADDRESS)
    alias = ArticlePage.objects.get(slug=ADDRESS)
    before = client.get(f"/about/{ADDRESS}/").status_code

    factories.restrict(news)

    assert before == 200
    assert client.get(f"/about/{ADDRESS}/").status_code == 302
    assert alias.get_view_restrictions().exists()
    assert not ArticlePage.objects.published().exists()


def test_aliases_cost_no_further_query(client, secret):
    def queries(address):
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        return len(captured)

    before = [queries(place) for place in ["/news/", "/search/?query=judges"]]

    alias_of(secret)
    factories.restrict(secret)

    assert [queries(place) for place in ["/news/", "/search/?query=judges"]] == before
