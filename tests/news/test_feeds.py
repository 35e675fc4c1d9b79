from datetime import date
from xml.etree import ElementTree

import pytest

from tests import factories

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"


def rss(client):
    return ElementTree.fromstring(client.get("/news/feed/").content).find("channel")


def test_the_feed_lists_articles_newest_first(client, news):
    factories.article(news, title="Older", date=date(2014, 6, 28))
    factories.article(news, title="Newer", date=date(2014, 7, 31))

    assert [item.findtext("title") for item in rss(client).iter("item")] == [
        "Newer",
        "Older",
    ]


def test_an_entry_is_dated_by_its_editorial_date_in_london(client, news):
    factories.article(news, date=date(2014, 7, 31))
    factories.article(news, date=date(2014, 12, 8))

    dates = [item.findtext("pubDate") for item in rss(client).iter("item")]

    assert dates == [
        "Mon, 08 Dec 2014 00:00:00 +0000",
        "Thu, 31 Jul 2014 00:00:00 +0100",
    ]


def test_an_entry_keeps_its_name_when_its_address_changes(client, news):
    article = factories.article(news)
    before = rss(client).find("item")

    article.slug = "another-address"
    article.save()

    after = rss(client).find("item")
    assert after.findtext("guid") == before.findtext("guid")
    assert after.findtext("link") == "http://testserver/news/another-address/"


def test_addresses_come_from_the_site_not_from_the_request(client, news, settings):
    settings.ALLOWED_HOSTS = ["*"]
    factories.article(news)

    feed = client.get("/news/feed/", headers={"host": "evil.example"}).content.decode()

    assert "http://testserver/news/verdict-due/" in feed
    assert "http://testserver/news/feed/" in feed
    assert "evil.example" not in feed


def test_the_atom_feed_has_the_same_entries(client, news):
    factories.article(news, title="Verdict due")

    response = client.get("/news/feed/atom/")
    feed = ElementTree.fromstring(response.content)

    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert feed.find(f"{ATOM}entry").findtext(f"{ATOM}title") == "Verdict due"


def test_an_empty_feed_is_a_feed(client, news):
    assert rss(client).findtext("title") == "News: Peru Support Group"
    assert rss(client).find("item") is None


def test_pages_tell_browsers_where_the_feed_is(client, news):
    html = client.get("/").content.decode()

    assert '<link rel="alternate" type="application/rss+xml"' in html
    assert 'href="/news/feed/"' in html


def test_control_characters_do_not_break_the_feed(client, news):
    factories.article(
        news, title="Ver\x0bdict", summary="Due\x00 soon".replace("\0", "")
    )

    assert rss(client).find("item").findtext("title") == "Verdict"


def test_a_feed_reader_that_is_up_to_date_gets_no_copy(client, news):
    factories.article(news)
    first = client.get("/news/feed/")

    again = client.get(
        "/news/feed/", headers={"if-modified-since": first["Last-Modified"]}
    )

    assert again.status_code == 304
