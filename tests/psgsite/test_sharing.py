"""What a link to a page shows where it is shared: Open Graph, and a card for Twitter."""

from datetime import date, datetime

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from about.models import AboutPage
from news.models import Topic
from psgsite.models import Image
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def soup(response):
    return BeautifulSoup(response.content, "html5lib")


def told(response):
    """What the page tells of itself, by name."""
    metas = soup(response).head.find_all("meta")
    named = [(meta.get("property") or meta.get("name"), meta) for meta in metas]
    return {name: meta["content"] for name, meta in named if name}


def test_an_article_tells_what_it_is(client, news):
    factories.article(news, search_description="")

    meta = told(client.get("/news/verdict-due/"))

    assert meta["og:type"] == "article"
    assert meta["og:site_name"] == "Peru Support Group"
    assert meta["og:locale"] == "en_GB"
    assert meta["og:title"] == "Verdict due"
    assert meta["og:description"] == "Judges meet in Lima."
    assert meta["og:url"] == "http://testserver/news/verdict-due/"
    assert meta["twitter:card"] == "summary_large_image"


def test_an_articles_times_have_a_zone(client, news):
    article = factories.article(news, date=date(2014, 7, 31))
    article.save_revision().publish()
    article.refresh_from_db()

    meta = told(client.get("/news/verdict-due/"))

    assert meta["article:published_time"] == "2014-07-31T00:00:00+01:00"
    modified = datetime.fromisoformat(meta["article:modified_time"])
    assert abs((modified - article.last_published_at).total_seconds()) < 1


@pytest.mark.parametrize("address", ["/", "/about/", "/news/", "/news/2014/"])
def test_other_pages_are_a_website_without_times(client, home, news, address):
    factories.page(home, AboutPage, slug="about")
    factories.article(news)

    meta = told(client.get(address))

    assert meta["og:type"] == "website"
    assert meta["og:image"].startswith("http://testserver/cards/")
    assert "article:published_time" not in meta


def test_a_list_tells_its_own_heading_and_canonical_address(client, news):
    topic = Topic.objects.create(name="Mining")
    factories.articles(news, 11, topics=[topic])

    response = client.get("/news/topics/mining/?page=2&utm_source=x")

    meta = told(response)
    assert meta["og:title"] == "Mining"
    assert meta["og:url"] == "http://testserver/news/topics/mining/?page=2"
    assert meta["og:url"] == soup(response).find("link", rel="canonical")["href"]


def test_an_articles_own_image_is_shown_in_the_size_that_is_asked_for(client, news):
    factories.article(news, image=large_image(), image_alt_text="Marchers in Puno")

    meta = told(client.get("/news/verdict-due/"))

    assert meta["og:image"].startswith("http://testserver/media/images/")
    assert meta["og:image"].endswith(".jpg")
    assert (meta["og:image:width"], meta["og:image:height"]) == ("1200", "630")
    assert meta["og:image:alt"] == "Marchers in Puno"
    picture = client.get(meta["og:image"].removeprefix("http://testserver"))
    assert picture.status_code == 200
    assert picture["Content-Type"] == "image/jpeg"


def test_an_image_without_meaning_is_not_described(client, news):
    factories.article(news, image=large_image(), image_is_decorative=True)

    assert "og:image:alt" not in told(client.get("/news/verdict-due/"))


def large_image():
    file = factories.ContentFile(factories.picture(1600, 1200), name="march.jpg")
    return Image.objects.create(title="March", file=file, description="A march")


def test_an_article_whose_image_file_is_gone_has_a_card(client, news):
    image = large_image()
    article = factories.article(news, image=image)
    image.file.storage.delete(image.file.name)

    response = client.get("/news/verdict-due/")

    assert response.status_code == 200
    expected = f"http://testserver/cards/{article.pk}.png?v="
    assert told(response)["og:image"].startswith(expected)


def test_an_image_takes_no_query_once_its_size_is_there(client, news):
    factories.article(news, slug="plain")
    factories.article(news, slug="pictured", image=large_image())

    def queries(slug):
        client.get(f"/news/{slug}/")
        with CaptureQueriesContext(connection) as captured:
            client.get(f"/news/{slug}/")
        return [query for query in captured if "rendition" in query["sql"]]

    assert len(queries("plain")) == 0
    assert len(queries("pictured")) == 1


def test_addresses_are_the_sites_own_whatever_host_was_asked(client, news, settings):
    settings.ALLOWED_HOSTS = ["*"]
    Site.objects.update(hostname="psg.example", port=443)
    factories.article(news, image=large_image())

    for address in ("/", "/news/verdict-due/"):
        response = client.get(address, headers={"host": "evil.example"})
        head = str(soup(response).head)
        assert told(response)["og:url"] == f"https://psg.example{address}"
        assert told(response)["og:image"].startswith("https://psg.example/")
        assert "evil.example" not in head


@pytest.mark.parametrize("address", ["/nothing-here/", "/search/?query=verdict"])
def test_errors_and_search_results_have_nothing_to_share(client, news, address):
    factories.article(news)
    assert "og:title" in told(client.get("/news/"))

    assert not [name for name in told(client.get(address)) if name.startswith("og:")]


def test_a_preview_has_nothing_to_share(client, news):
    article = factories.article(news)
    client.force_login(factories.administrator())

    shown = client.get(f"/admin/pages/{article.pk}/view_draft/")

    assert "Verdict due</h1>" in shown.content.decode()
    assert not [name for name in told(shown) if name.startswith("og:")]
    assert "application/ld+json" not in shown.content.decode()
