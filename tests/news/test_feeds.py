from datetime import date
from xml.etree import ElementTree

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from news.models import Region, Topic
from psgsite.models import OrganisationSettings
from tests import factories
from tests.news.article_texts import correction, full_article, paragraph
from tests.news.feed_rules import ATOM, CONTENT, CREATOR

pytestmark = pytest.mark.django_db

RSS_ADDRESS = "/news/feed/"
ATOM_ADDRESS = "/news/feed/atom/"

both_feeds = pytest.mark.parametrize("address", [RSS_ADDRESS, ATOM_ADDRESS])


def rss(client):
    return ElementTree.fromstring(client.get(RSS_ADDRESS).content).find("channel")


def atom(client):
    return ElementTree.fromstring(client.get(ATOM_ADDRESS).content)


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


def test_an_entry_says_when_it_was_last_published(client, news):
    article = factories.article(news)
    article.save_revision().publish()
    article.refresh_from_db()

    updated = atom(client).find(f"{ATOM}entry").findtext(f"{ATOM}updated")

    assert updated == article.last_published_at.isoformat()


def test_an_entry_keeps_its_name_when_its_address_changes(client, news):
    article = factories.article(news)
    before = rss(client).find("item")

    article.slug = "another-address"
    article.save()

    after = rss(client).find("item")
    assert after.findtext("guid") == before.findtext("guid")
    assert after.findtext("link") == "http://testserver/news/another-address/"


@both_feeds
def test_addresses_come_from_the_site_not_from_the_request(
    client, news, settings, address
):
    settings.ALLOWED_HOSTS = ["*"]
    full_article(news)

    feed = client.get(address, headers={"host": "evil.example"}).content.decode()

    assert "http://testserver/news/verdict-due/" in feed
    assert f"http://testserver{address}" in feed
    assert "http://testserver/documents/" in feed
    assert "http://testserver/media/images/" in feed
    assert "evil.example" not in feed


def test_an_entry_has_its_summary_and_its_whole_text(client, news):
    factories.article(news, summary="R&D <now>", body=[paragraph("<p>All of it.</p>")])

    item = rss(client).find("item")
    entry = atom(client).find(f"{ATOM}entry")

    assert item.findtext("description") == "R&amp;D &lt;now&gt;"
    assert entry.findtext(f"{ATOM}summary") == "R&amp;D &lt;now&gt;"
    assert item.findtext(CONTENT) == "<p>All of it.</p>"
    assert entry.findtext(f"{ATOM}content") == "<p>All of it.</p>"


def test_the_summary_stands_in_for_a_text_that_is_missing(client, news):
    factories.article(news, summary="R&D <now>")

    text = rss(client).find("item").findtext(CONTENT)

    assert text == "<p>R&amp;D &lt;now&gt;</p>"


def test_corrections_come_at_the_end_of_the_text(client, news):
    body = [paragraph("<p>All of it.</p>")]
    factories.article(news, title="Right", date=date(2014, 12, 7), body=body)
    factories.article(news, title="Wrong", body=body, corrections=[correction()])

    wrong, right = (item.findtext(CONTENT) for item in rss(client).iter("item"))

    before, after = wrong.split("<h2>Correction</h2>")
    assert "All of it." in before
    assert "9 December 2014" in after
    assert "It was <b>Puno</b>." in after
    assert "Correction" not in right


def test_the_feed_has_the_published_text_while_a_draft_is_newer(client, news):
    article = factories.article(news, body=[paragraph("<p>Published.</p>")])
    article.body = [("paragraph", "<p>Not yet.</p>")]
    article.save_revision()

    feed = client.get(RSS_ADDRESS).content.decode()

    assert "Published." in feed
    assert "Not yet." not in feed


def test_an_entry_names_its_author_and_what_it_is_about(client, news):
    subjects = {
        "topics": [Topic.objects.create(name="Mining")],
        "regions": [Region.objects.create(name="Áncash")],
    }
    factories.article(news, byline="Rosa Quispe", **subjects)

    item = rss(client).find("item")
    entry = atom(client).find(f"{ATOM}entry")

    assert item.findtext(CREATOR) == "Rosa Quispe"
    assert item.find("author") is None
    assert entry.find(f"{ATOM}author").findtext(f"{ATOM}name") == "Rosa Quispe"
    assert [each.text for each in item.iter("category")] == ["Mining", "Áncash"]
    terms = [each.get("term") for each in entry.iter(f"{ATOM}category")]
    assert terms == ["Mining", "Áncash"]


def test_what_nobody_signed_is_the_organisations(client, news):
    factories.article(news)
    settings = OrganisationSettings.for_site(news.get_site())
    settings.licence = "CC BY 4.0"
    settings.save()

    feed = atom(client)

    assert feed.find(f"{ATOM}author").findtext(f"{ATOM}name") == "Peru Support Group"
    assert feed.find(f"{ATOM}entry").find(f"{ATOM}author") is None
    assert feed.findtext(f"{ATOM}rights") == "CC BY 4.0"
    assert rss(client).findtext("copyright") == "CC BY 4.0"


def test_pages_tell_browsers_where_the_feed_is(client, news):
    html = client.get("/").content.decode()

    assert '<link rel="alternate" type="application/rss+xml"' in html
    assert 'href="/news/feed/"' in html


def test_control_characters_do_not_break_the_feed(client, news):
    factories.article(
        news,
        title="Ver\x0bdict",
        summary="Due\x01 soon",
        byline="Rosa\x02 Quispe",
        body=[paragraph("<p>In\x03 Li&#x04;ma\ufffe.</p>")],
        topics=[Topic.objects.create(name="Mi\x05ning", slug="mining")],
    )

    item = rss(client).find("item")

    assert item.findtext("title") == "Verdict"
    assert item.findtext("description") == "Due soon"
    assert item.findtext(CREATOR) == "Rosa Quispe"
    assert item.findtext("category") == "Mining"
    assert "In Li" in item.findtext(CONTENT)


def queries(client, address):
    client.get(address)  # makes the images' sizes, once for all readers
    cache.clear()
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)


@both_feeds
def test_a_feed_costs_the_same_however_many_articles_it_has(client, news, address):
    topic = Topic.objects.create(name="Mining")
    for number in range(2):
        full_article(news, title=f"Article {number}", topics=[topic])
    of_two = queries(client, address)
    for number in range(2, 7):
        full_article(news, title=f"Article {number}", topics=[topic])

    assert client.get(address).content.decode().count("Votes") >= 7
    assert queries(client, address) == of_two <= 20
