"""A correction that came without its day, as by an import, breaks nothing."""

import pytest

from news.models import ArticlePage
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

TEXT = "<p>It was Puno, not Cusco.</p>"
UNDATED = [
    {"type": "correction", "value": {"date": None, "text": TEXT}},
    {"type": "correction", "value": {"text": TEXT}},
]
DATED = factories.correction("<p>It was Lima.</p>")

WITH_TEXT = [
    "/news/verdict-due/",
    "/news/verdict-due/markdown/",
    "/news/feed/",
    "/news/feed/atom/",
    "/corrections/",
]
WITHOUT = [
    "/",
    "/news/",
    "/news/2014/",
    "/news/verdict-due/bibtex/",
    "/news/verdict-due/ris/",
    "/search/?query=puno",
    "/sitemap-articles.xml",
    "/sitemap-lists.xml",
    "/llms.txt",
]


@pytest.fixture(params=UNDATED, ids=["no date", "date left out"])
def article(request, news):
    return factories.article(news, corrections=[request.param, DATED])


def test_it_is_read_wherever_corrections_are(client, article):
    for place in WITH_TEXT:
        response = client.get(place)
        assert response.status_code == 200, place
        assert "It was Puno, not Cusco." in response.content.decode(), place
        assert "It was Lima." in response.content.decode(), place


def test_all_else_that_knows_of_the_article_works(client, article):
    for place in WITHOUT:
        response = client.get(place)
        assert response.status_code == 200, place


def test_an_article_with_nothing_but_it_can_be_read(client, news):
    factories.article(news, corrections=UNDATED[:1])

    html = client.get("/news/verdict-due/").content.decode()

    assert "It was Puno" in html
    assert '"@type": "CorrectionComment"' in html
    assert ArticlePage.objects.get().corrected_on is None
    assert client.get("/corrections/").status_code == 200


def test_machines_are_told_only_the_days_that_are_known(client, news):
    factories.article(news, corrections=[UNDATED[0], DATED])

    html = client.get("/news/verdict-due/").content.decode()

    assert html.count('"@type": "CorrectionComment"') == 2
    assert html.count('"datePublished": "2014-12-10"') == 1
    assert '"datePublished": null' not in html
