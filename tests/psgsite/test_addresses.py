"""Addresses that machines and other sites use: sitemap, robots, redirects, documents."""

from datetime import date

import pytest
from wagtail.contrib.redirects.models import Redirect

from tests import factories

pytestmark = pytest.mark.django_db


def test_the_sitemap_lists_public_pages_with_their_dates(client, news):
    article = factories.article(news)
    article.save_revision().publish()

    xml = client.get("/sitemap-articles.xml").content.decode()

    assert "<loc>http://testserver/news/verdict-due/</loc>" in xml
    assert f"<lastmod>{date.today().isoformat()}</lastmod>" in xml
    assert "/search/" not in xml


def test_robots_are_shown_the_sitemap_and_kept_from_the_admin(client, home):
    response = client.get("/robots.txt")

    assert response["Content-Type"].startswith("text/plain")
    text = response.content.decode()
    assert "Disallow: /admin/" in text
    assert "Sitemap: http://testserver/sitemap.xml" in text
    assert "Disallow: /\n" not in text
    assert "X-Robots-Tag" not in response


def test_a_staging_site_asks_robots_to_stay_away(client, home, settings):
    settings.STAGING = True
    settings.MIDDLEWARE = ["psgsite.staging.StagingMiddleware", *settings.MIDDLEWARE]

    assert "Disallow: /\n" in client.get("/robots.txt").content.decode()
    assert client.get("/")["X-Robots-Tag"] == "noindex, nofollow"


def test_an_old_address_leads_to_the_new_one(client, news):
    article = factories.article(news)
    Redirect.objects.create(
        old_path=Redirect.normalise_path("/news-article.php?id=12"),
        redirect_page=article,
    )

    response = client.get("/news-article.php?id=12")

    assert response.status_code == 301
    assert response["Location"] == "/news/verdict-due/"


def test_an_unknown_host_is_refused(client, home, settings):
    settings.ALLOWED_HOSTS = ["testserver"]

    assert client.get("/", headers={"host": "evil.example"}).status_code == 400
    assert client.get("/").status_code == 200


def test_a_document_can_be_downloaded(client, home):
    document = factories.document()

    response = client.get(document.url)

    assert response.status_code == 200
    assert b"".join(response) == b"%PDF-1.4 report"
