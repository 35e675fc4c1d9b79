"""What a page may cost: DESIGN's table of SQL queries and bytes."""

import brotli
import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from about.models import AboutPage, AimsPage, HistoryPage, HumanRightsPage, JoinPage
from news.models import Region, Topic
from tests import factories

pytestmark = pytest.mark.django_db

STANDING_PAGES = [AboutPage, AimsPage, HistoryPage, HumanRightsPage, JoinPage]


@pytest.fixture
def whole_site(home, news):
    """Every standing page, and ten articles with topics, regions and an image."""
    for model in STANDING_PAGES:
        factories.page(home, model, summary="What this page is about.")
    topics = [Topic.objects.create(name=f"Topic {n}") for n in range(9)]
    regions = [Region.objects.create(name=f"Region {n}") for n in range(25)]
    image = factories.image()
    body = factories.every_block(page=home, image=image) * 10
    return factories.articles(
        news, 10, topics=topics, regions=regions, image=image, body=body
    )


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
    ("/news/regions/region-1/", 8, 12),
    ("/news/article-5/", 10, 14),
    # Documents, pages and videos' images that its blocks point to: a query for each kind.
    ("/news/article-6/", 13, 14),
    ("/search/?query=article", 14, 12),
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


def test_no_page_of_css_or_script_is_too_heavy():
    assert factories.compressed_size("psgsite/static/psgsite/css/*.css") <= 14 * 1024
    assert factories.compressed_size("psgsite/static/psgsite/*.js") <= 6 * 1024
