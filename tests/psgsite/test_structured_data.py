"""What search engines read of a page, in the words of https://schema.org/.

What each kind needs is Google's list: https://developers.google.com/search/docs/appearance.
"""

import json
from datetime import date, datetime

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from about.models import AboutPage
from news.models import Region, Topic
from psgsite.models import OrganisationSettings
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

HOSTILE = '</script><script>alert("1")</script> & <b>\u2028'


def read(client, address):
    """The things that a page describes, by type."""
    soup = BeautifulSoup(client.get(address).content, "html5lib")
    [script] = soup.find_all("script", type="application/ld+json")
    data = json.loads(script.string)
    assert data["@context"] == "https://schema.org"
    things = {thing["@type"]: thing for thing in data["@graph"]}
    assert len(things) == len(data["@graph"])
    return things


def trail(things):
    items = things["BreadcrumbList"]["itemListElement"]
    assert [item["position"] for item in items] == list(range(1, len(items) + 1))
    assert {item["@type"] for item in items} == {"ListItem"}
    host = "http://testserver"
    return [(item["name"], item["item"].removeprefix(host)) for item in items]


def test_the_home_page_says_who_we_are_and_how_to_search(client, home):
    things = read(client, "/")

    assert set(things) == {"Organization", "WebSite"}
    organisation, website = things["Organization"], things["WebSite"]
    assert organisation["name"] == website["name"] == "Peru Support Group"
    assert organisation["url"] == website["url"] == "http://testserver/"
    assert organisation["logo"]["url"].startswith("http://testserver/static/")
    assert website["publisher"] == {"@id": organisation["@id"]}
    action = website["potentialAction"]
    assert action["@type"] == "SearchAction"
    assert action["query-input"] == "required name=search_term_string"
    template = action["target"]["urlTemplate"]
    assert template == "http://testserver/search/?query={search_term_string}"
    assert client.get(template.format(search_term_string="lima")).status_code == 200


def test_the_organisation_has_what_its_settings_say_and_nothing_empty(client, home):
    assert "email" not in read(client, "/")["Organization"]
    link = {"name": "Mastodon", "url": "https://example.social/@psg"}
    OrganisationSettings.objects.update_or_create(
        site=Site.objects.get(),
        defaults={
            "email": "psg@example.org",
            "social_links": [{"type": "link", "value": link}],
        },
    )

    organisation = read(client, "/")["Organization"]

    assert organisation["email"] == "psg@example.org"
    assert organisation["sameAs"] == ["https://example.social/@psg"]
    assert "telephone" not in organisation


def test_a_standing_page_says_where_it_is(client, home):
    factories.page(home, AboutPage, title="About us", slug="about")

    things = read(client, "/about/")

    assert set(things) == {"BreadcrumbList"}
    assert trail(things) == [("Home", "/"), ("About us", "/about/")]


@pytest.mark.parametrize(
    ("address", "below"),
    [
        ("/news/", []),
        ("/news/topics/mining/", [("Mining", "/news/topics/mining/")]),
        ("/news/2014/12/", [("2014", "/news/2014/"), ("December", "/news/2014/12/")]),
    ],
)
def test_a_list_says_where_it_is(client, news, address, below):
    factories.article(news, topics=[Topic.objects.create(name="Mining")])

    things = read(client, address)

    assert set(things) == {"BreadcrumbList"}
    assert trail(things) == [("Home", "/"), ("News", "/news/"), *below]


def test_an_article_has_what_search_engines_ask_for(client, news):
    topic, region = (
        Topic.objects.create(name="Mining"),
        Region.objects.create(name="Puno"),
    )
    made = factories.article(
        news,
        date=date(2014, 7, 31),
        byline="A. Vargas",
        image=factories.image(),
        topics=[topic],
        regions=[region],
    )
    made.save_revision().publish()
    made.refresh_from_db()

    things = read(client, "/news/verdict-due/")

    assert trail(things) == [
        ("Home", "/"),
        ("News", "/news/"),
        ("Verdict due", "/news/verdict-due/"),
    ]
    article = things["NewsArticle"]
    address = "http://testserver/news/verdict-due/"
    assert article["headline"] == "Verdict due"
    assert article["description"] == "Judges meet in Lima."
    assert article["url"] == address
    assert article["mainEntityOfPage"] == {"@type": "WebPage", "@id": address}
    [image] = article["image"]
    assert client.get(image.removeprefix("http://testserver")).status_code == 200
    assert article["datePublished"] == "2014-07-31T00:00:00+01:00"
    modified = datetime.fromisoformat(article["dateModified"])
    assert modified.utcoffset() is not None
    assert abs((modified - made.last_published_at).total_seconds()) < 1
    assert article["author"] == {"@type": "Person", "name": "A. Vargas"}
    assert article["publisher"]["@type"] == "Organization"
    assert article["publisher"]["name"] == "Peru Support Group"
    assert article["publisher"]["logo"]["url"].startswith("http://testserver/static/")
    assert article["inLanguage"] == "en-GB"
    assert article["isPartOf"]["@id"] == "http://testserver/#website"
    assert article["articleSection"] == ["Mining"]
    assert "correction" not in article


@pytest.mark.parametrize("byline", ["", "Peru Support Group"])
def test_an_article_that_nobody_signs_is_the_organisations(client, news, byline):
    factories.article(news, byline=byline)

    article = read(client, "/news/verdict-due/")["NewsArticle"]

    assert article["author"]["@type"] == "Organization"
    for part in ("@id", "name", "url"):
        assert article["author"][part] == article["publisher"][part]


def test_an_article_without_image_has_its_card(client, news):
    made = factories.article(news)

    [image] = read(client, "/news/verdict-due/")["NewsArticle"]["image"]

    assert image.startswith(f"http://testserver/cards/{made.pk}.png?v=")
    card = client.get(image.removeprefix("http://testserver"))
    assert card["Content-Type"] == "image/png"


def test_an_article_says_what_was_corrected(client, news):
    corrections = [
        {"date": "2014-12-09", "text": "<p>It was <b>Tuesday</b> &amp; late.</p>"},
        {"date": "2014-12-10", "text": "<p>He is a judge.</p>"},
    ]
    blocks = [{"type": "correction", "value": value} for value in corrections]
    factories.article(news, corrections=blocks)

    article = read(client, "/news/verdict-due/")["NewsArticle"]

    assert article["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "He is a judge.",
            "datePublished": "2014-12-10",
        },
        {
            "@type": "CorrectionComment",
            "text": "It was Tuesday & late.",
            "datePublished": "2014-12-09",
        },
    ]


def test_a_long_headline_is_cut_to_what_search_engines_take(client, news):
    factories.article(news, title="Verdict " * 25, slug="long")

    headline = read(client, "/news/long/")["NewsArticle"]["headline"]

    assert len(headline) <= 110
    assert headline.startswith("Verdict Verdict")
    assert headline.endswith("…")


def test_a_title_cannot_break_out_of_the_script(client, news):
    factories.article(news, title=HOSTILE, summary=HOSTILE, byline=HOSTILE, slug="a")

    html = client.get("/news/a/").content.decode()
    article = read(client, "/news/a/")["NewsArticle"]

    assert article["headline"] == HOSTILE
    assert article["description"] == HOSTILE
    assert article["author"]["name"] == HOSTILE
    assert "<script>alert" not in html


def test_subjects_are_looked_up_once_for_the_page_and_for_search_engines(client, news):
    factories.article(news, topics=[Topic.objects.create(name="Mining")])
    client.get("/news/verdict-due/")

    with CaptureQueriesContext(connection) as queries:
        html = client.get("/news/verdict-due/").content.decode()

    assert '"articleSection": ["Mining"]' in html
    assert "/news/topics/mining/" in html
    assert len([query for query in queries if "news_topic" in query["sql"]]) == 1
