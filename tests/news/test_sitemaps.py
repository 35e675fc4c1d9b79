"""What search engines find the site by."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Site

from about.models import AboutPage, AimsPage
from news.formats.sitemaps import ArticleSitemap
from news.models import Region, Topic
from tests import factories
from tests.news.reading_sitemaps import SITEMAP, paths, read

pytestmark = pytest.mark.django_db


def published(news, **fields):
    article = factories.article(news, **fields)
    article.save_revision().publish()
    return article


def test_the_index_names_each_file_and_when_it_last_changed(client, news):
    article = published(news, date=timezone.localdate())
    article.refresh_from_db()

    entries = {
        entry.findtext(f"{SITEMAP}loc"): entry.findtext(f"{SITEMAP}lastmod")
        for entry in read(client, "/sitemap.xml")
    }

    assert list(entries) == [
        f"http://testserver/sitemap-{name}.xml"
        for name in ("pages", "articles", "lists", "latest")
    ]
    changed = datetime.fromisoformat(entries["http://testserver/sitemap-articles.xml"])
    assert abs(changed - article.last_published_at) < timedelta(seconds=1)
    for address in entries:
        assert read(client, address)


def test_the_index_leaves_out_what_would_be_empty(client, home):
    assert paths(client, "/sitemap.xml") == ["/sitemap-pages.xml"]
    for name in ("articles", "lists", "latest", "nothing"):
        assert client.get(f"/sitemap-{name}.xml").status_code == 404


def test_pages_are_the_home_page_and_those_below_it(client, home, news):
    about = factories.page(home, AboutPage, slug="about")
    about.save_revision().publish()
    factories.page(home, AimsPage, slug="aims", live=False)
    published(news)

    entries = read(client, "/sitemap-pages.xml")

    assert paths(client, "/sitemap-pages.xml") == ["/", "/news/", "/about/"]
    assert entries[2].findtext(f"{SITEMAP}lastmod") == f"{timezone.localdate()}"


def test_a_private_page_and_all_below_it_are_in_no_sitemap(client, home, news):
    factories.page(home, AboutPage, slug="about")
    published(news)
    assert "/news/" in paths(client, "/sitemap-pages.xml")
    assert paths(client, "/sitemap-articles.xml") == ["/news/verdict-due/"]

    factories.restrict(news)

    assert paths(client, "/sitemap-pages.xml") == ["/", "/about/"]
    assert paths(client, "/sitemap.xml") == ["/sitemap-pages.xml"]
    assert client.get("/sitemap-articles.xml").status_code == 404


def test_a_site_that_is_private_as_a_whole_has_no_sitemap(client, home, news):
    assert client.get("/sitemap.xml").status_code == 200

    factories.restrict(home)

    assert client.get("/sitemap.xml").status_code == 404
    assert client.get("/sitemap-pages.xml").status_code == 404


def test_an_article_is_listed_with_the_day_it_was_last_published(client, news):
    published(news, slug="first")
    factories.article(news, slug="draft", live=False)

    [entry] = read(client, "/sitemap-articles.xml")

    assert entry.findtext(f"{SITEMAP}loc") == "http://testserver/news/first/"
    assert entry.findtext(f"{SITEMAP}lastmod") == f"{timezone.localdate()}"


def test_lists_are_those_with_articles(client, news):
    mining, puno = (
        Topic.objects.create(name="Mining"),
        Region.objects.create(name="Puno"),
    )
    Topic.objects.create(name="Nobody wrote of it")
    factories.article(news, topics=[mining], regions=[puno])

    assert paths(client, "/sitemap-lists.xml") == [
        "/news/2014/",
        "/news/2014/12/",
        "/news/topics/mining/",
        "/news/regions/puno/",
    ]
    for path in paths(client, "/sitemap-lists.xml"):
        assert client.get(path).status_code == 200


def test_a_month_that_empties_leaves_the_lists(client, news):
    factories.article(news, slug="stays")
    goes = factories.article(news, date=date(2013, 5, 1), slug="goes")
    assert "/news/2013/05/" in paths(client, "/sitemap-lists.xml")

    goes.unpublish()

    assert paths(client, "/sitemap-lists.xml") == ["/news/2014/", "/news/2014/12/"]


def test_the_page_of_corrections_is_listed_once_there_is_one(client, news):
    article = factories.article(news)
    assert "/corrections/" not in paths(client, "/sitemap-lists.xml")

    correction = {"date": "2014-12-09", "text": "<p>It was Tuesday.</p>"}
    article.corrections = [{"type": "correction", "value": correction}]
    article.save()

    assert "/corrections/" in paths(client, "/sitemap-lists.xml")
    article.unpublish()
    assert client.get("/sitemap-lists.xml").status_code == 404


def test_addresses_are_the_sites_own_whatever_host_was_asked(client, news, settings):
    settings.ALLOWED_HOSTS = ["*"]
    Site.objects.update(hostname="psg.example", port=443)
    factories.article(news)

    for name in ("", "-pages", "-articles", "-lists", "-latest"):
        headers = {"host": "evil.example"}
        xml = client.get(f"/sitemap{name}.xml", headers=headers).content.decode()
        assert "<loc>https://psg.example/" in xml
        assert "evil.example" not in xml


def test_a_crawler_that_is_up_to_date_gets_no_copy_until_something_changes(
    client, news
):
    article = published(news)
    published(news, slug="stays")
    first = client.get("/sitemap-articles.xml")
    # The time of the latest article says nothing of one that went.
    assert "Last-Modified" not in first

    known = {"if-none-match": first["ETag"]}
    assert client.get("/sitemap-articles.xml", headers=known).status_code == 304
    article.unpublish()

    assert client.get("/sitemap-articles.xml", headers=known).status_code == 200


def test_more_articles_than_a_file_holds_are_split(client, news, monkeypatch):
    monkeypatch.setattr(ArticleSitemap, "limit", 100)
    factories.bulk_articles(news, 120)

    index = paths(client, "/sitemap.xml")
    first, second = (
        paths(client, f"/sitemap-articles.xml{page}") for page in ("", "?p=2")
    )

    assert index[1:3] == ["/sitemap-articles.xml", "/sitemap-articles.xml?p=2"]
    assert (len(first), len(second)) == (100, 20)
    # A new article goes to the end, and so changes one file only.
    assert first[0] == "/news/bulk-article-0/"
    assert second[-1] == "/news/bulk-article-119/"
    for page in ("3", "x", "0"):
        assert client.get(f"/sitemap-articles.xml?p={page}").status_code == 404


@pytest.mark.parametrize(
    "number",
    ["", "+1", "01", " 1", "1 ", "1_0", "\uff11", "\u0661", "-1", "1.0", "9" * 5000],
)
def test_a_file_of_a_sitemap_has_one_address(client, news, number):
    factories.bulk_articles(news, 1)
    assert client.get("/sitemap-articles.xml", {"p": "1"}).status_code == 200

    response = client.get("/sitemap-articles.xml", {"p": number})

    assert response.status_code == 404


@pytest.mark.parametrize("name", ["", "-pages", "-articles", "-lists", "-latest"])
def test_a_sitemap_takes_as_many_queries_however_many_articles(client, news, name):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"/sitemap{name}.xml").status_code == 200
        return len(queries)

    factories.article(news, date=timezone.localdate())
    cost()
    with_one = cost()
    factories.bulk_articles(news, 50)

    assert cost() == with_one <= 10
