"""What a page may cost: DESIGN's table of SQL queries and bytes."""

from datetime import date

import brotli
import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from about.models import (
    AboutPage,
    AimsPage,
    HistoryPage,
    HumanRightsPage,
    JoinPage,
    PrivacyPage,
)
from news.models import ArticlePage, Region, Topic
from news.subjects import REGION_NAMES
from tests import factories
from tests.about.joining.filling_in import questions

pytestmark = pytest.mark.django_db

STANDING_PAGES = [
    AboutPage,
    AimsPage,
    HistoryPage,
    HumanRightsPage,
    JoinPage,
    PrivacyPage,
]


@pytest.fixture
def whole_site(home, news):
    """Every standing page, and ten articles with topics, regions and an image."""
    for model in STANDING_PAGES:
        factories.page(home, model, summary="What this page is about.", **more(model))
    topics = [Topic.objects.create(name=f"Topic {n}") for n in range(9)]
    regions = [Region.objects.create(name=name) for name in REGION_NAMES]
    image = factories.image()
    body = factories.every_block(page=home, image=image) * 10
    return factories.articles(
        news, 10, topics=topics, regions=regions, image=image, body=body
    )


def more(model):
    """The address of a page that is measured, and what makes it heavy."""
    if model is JoinPage:
        return {"slug": "join", "form_fields": questions()}
    return {"slug": "privacy"} if model is PrivacyPage else {}


def cost(client, address):
    """The queries and the compressed bytes of a page with nothing cached."""
    client.get(address)  # makes the images' sizes, once for all readers
    cache.clear()
    with CaptureQueriesContext(
        connection,
    ) as queries:
        response = client.get(address)
    assert response.status_code == 200
    return len(queries), len(brotli.compress(response.content, quality=5)), queries


# Address, most queries with nothing cached, most kilobytes compressed.
BUDGETS = [
    ("/", 8, 12),
    ("/news/", 8, 12),
    ("/news/?page=2", 8, 12),
    ("/news/2014/", 8, 12),
    ("/news/2014/12/", 8, 12),
    ("/news/topics/topic-1/", 8, 12),
    ("/news/regions/puno/", 8, 12),
    ("/news/?topic=topic-1&region=puno", 8, 12),
    ("/news/?topic=topic-1&region=puno&year=2014&month=12", 8, 12),
    ("/news/?topic=topic-1&region=puno&year=2014&month=01", 8, 12),
    ("/news/article-5/", 10, 14),
    # Documents, pages and videos' images that its blocks point to: a query for each kind.
    ("/news/article-6/", 13, 14),
    ("/join/", 8, 12),
    ("/privacy/", 8, 12),
    ("/search/?query=article", 14, 12),
    ("/search/suggest/?query=article", 5, 1),
]


@pytest.mark.parametrize("count", [20, 2000])
def test_no_page_costs_more_than_its_budget(client, news, whole_site, count):
    factories.bulk_articles(news, count)
    plain = {"heading", "paragraph", "quote", "image", "fact_box"}
    article = whole_site[5]
    article.body = [child for child in article.body.raw_data if child["type"] in plain]
    article.save()

    for address, queries, kilobytes in BUDGETS:
        spent, size, captured = cost(client, address)
        listing = "\n".join(query["sql"][:300] for query in captured)
        assert spent <= queries, f"{address} takes {spent} queries:\n{listing}"
        assert size <= kilobytes * 1024, f"{address} has {size} bytes"


def test_an_archive_of_twenty_years_stays_light(client, news, whole_site):
    factories.bulk_articles(news, 240)
    for n, article in enumerate(ArticlePage.objects.filter(title__startswith="Bulk")):
        month = date(1995 + n // 12, n % 12 + 1, 8)
        ArticlePage.objects.filter(pk=article.pk).update(date=month)

    spent, size, _ = cost(client, "/news/2014/")
    context = client.get("/news/2014/").context

    assert (spent, len(context["years"])) == (8, 20)
    assert len(context["months"]["links"]) == 12
    assert size <= 12 * 1024


def test_no_page_of_css_or_script_is_too_heavy():
    assert factories.compressed_size("psgsite/static/psgsite/css/*.css") <= 14 * 1024
    worker = factories.compressed_size("psgsite/templates/sw.js")
    scripts = factories.compressed_size("psgsite/static/psgsite/*.js")
    of_the_search = factories.compressed_size("search/static/search/*.js")
    assert min(worker, scripts, of_the_search) > 0
    assert scripts + worker + of_the_search <= 6 * 1024
