"""What the admin's home counts as wanting, and the lists behind the numbers."""

import csv
from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.search_promotions.models import Query, QueryDailyHits

from home.dashboard import health
from news.models import ArticlePage, Region, Topic
from psgsite.models import Image
from search.figures.models import Outcome
from tests import factories
from tests.admin.editing import do, edit_url

LACKING, UNREVIEWED = "lacking_articles", "unreviewed_pages"


@pytest.fixture
def complete(news):
    """The fields of an article that lacks nothing."""
    return {
        "image": factories.image(),
        "topics": [Topic.objects.first() or Topic.objects.create(name="Mining")],
        "regions": [Region.objects.get(slug="puno")],
    }


def facts(client):
    """The sentences of the panel, with the addresses that they lead to."""
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    panel = BeautifulSoup(html, "html.parser").find(id="content_health-section")
    return {link.text: link["href"] for link in panel.select("td a")}


def titles(client, name, **options):
    shown = client.get(reverse(name), options)
    return [row.title for row in shown.context["object_list"]]


def test_a_complete_article_is_no_fault(editor, news, complete):
    factories.article(news, **complete)

    assert facts(editor) == {}
    assert titles(editor, LACKING) == []


LACKS = [
    ({"summary": ""}, "summary", "without a summary"),
    ({"image": None}, "image", "without an image"),
    ({"topics": []}, "topic", "without a topic"),
    ({"regions": []}, "region", "without a region"),
]


@pytest.mark.parametrize(("fields", "name", "phrase"), LACKS)
def test_what_an_article_lacks_is_counted_and_listed(
    editor, news, complete, fields, name, phrase
):
    factories.article(news, **complete, title="Complete")
    factories.article(news, **complete | fields, title="Lacking")

    [(sentence, address)] = facts(editor).items()

    assert sentence == f"1 published article {phrase}"
    listed = editor.get(address).context["object_list"]
    assert [article.title for article in listed] == ["Lacking"]
    others = set(health.LACKS) - {name}
    assert [titles(editor, LACKING, lacks=other) for other in others] == [[]] * 5


def undescribed(**fields):
    return factories.image(description="", **fields)


def test_a_picture_above_the_text_needs_words(editor, news, complete):
    picture = complete | {"image": undescribed()}
    factories.article(news, **picture, title="Undescribed")
    factories.article(news, **picture, title="Decorative", image_is_decorative=True)
    factories.article(news, **picture, title="Described", image_alt_text="A square")

    assert titles(editor, LACKING) == ["Undescribed"]
    assert list(facts(editor)) == [
        "1 published article with a picture that has no alternative text"
    ]


def test_so_does_a_picture_in_the_text(editor, news, complete):
    def body(**fields):
        value = {"image": complete["image"].pk, "alt_text": "", "decorative": False}
        return [{"type": "image", "value": {"image": value | fields}}]

    bodies = {
        "Undescribed": body(),
        "Decorative": body(decorative=True),
        "Described": body(alt_text="A square"),
    }
    for title, blocks in bodies.items():
        factories.article(news, **complete, title=title, body=blocks)

    assert titles(editor, LACKING, lacks="alt") == ["Undescribed"]


def test_a_picture_of_people_who_were_not_asked_is_a_fault(editor, news, complete):
    march = factories.image(consent=Image.Consent.UNKNOWN)
    value = {"image": march.pk, "alt_text": "A march", "decorative": False}
    body = [{"type": "image", "value": {"image": value}}]
    factories.article(news, **complete | {"image": march}, title="Above the text")
    factories.article(news, **complete, title="In the text", body=body)
    factories.article(news, **complete, title="Settled")

    found = titles(editor, LACKING, lacks="consent")
    assert set(found) == {"Above the text", "In the text"}
    assert "with a picture of people who weren’t asked" in next(iter(facts(editor)))


def test_drafts_are_not_counted(editor, news, complete):
    factories.article(news, title="Draft", live=False)
    factories.article(news, title="Published")

    assert titles(editor, LACKING) == ["Published"]
    assert set(facts(editor)) == {
        "1 published article without an image",
        "1 published article without a topic",
        "1 published article without a region",
    }


def test_the_newest_article_comes_first_and_fields_narrow_the_list(editor, news):
    puno = Region.objects.get(slug="puno")
    for day in (1, 3, 2):
        regions = [puno] if day == 2 else []
        when = date(2014, 12, day)
        factories.article(news, title=f"Of day {day}", date=when, regions=regions)

    assert titles(editor, LACKING) == ["Of day 3", "Of day 2", "Of day 1"]
    assert titles(editor, LACKING, regions=puno.pk) == ["Of day 2"]
    assert titles(editor, LACKING, date_from="2014-12-02") == ["Of day 3", "Of day 2"]
    assert titles(editor, LACKING, q="day 1") == ["Of day 1"]


def test_the_list_says_what_is_missing_and_leads_to_the_form(editor, news):
    article = factories.article(news)

    html = editor.get(reverse(LACKING)).content.decode()

    assert "Without an image, without a topic, without a region" in html
    assert edit_url(article) in html


def test_a_file_of_the_list_can_be_read_by_programs(editor, news):
    factories.article(news, title="Verdict due")

    response = editor.get(reverse(LACKING), {"export": "csv"})
    content = b"".join(response.streaming_content).decode()

    heading, row = csv.reader(content.splitlines())
    assert dict(zip(heading, row, strict=True))["without an image"] == "True"
    assert row[:2] == ["Verdict due", "2014-12-08"]


def searched(words, hits, found):
    query = Query.objects.create(query_string=words)
    today = timezone.localdate()
    QueryDailyHits.objects.create(query=query, date=today, hits=hits)
    Outcome.objects.create(query=query, found=found, searched_on=today)


def test_searches_that_found_nothing_are_shown_most_searched_first(editor):
    searched("guanaco", hits=2, found=0)
    searched("vicuña", hits=9, found=0)
    searched("puno", hits=50, found=3)

    html = editor.get(reverse("wagtailadmin_home")).content.decode()
    panel = BeautifulSoup(html, "html.parser").find(id="nothing_found-section")

    rows = [" ".join(row.get_text(" ").split()) for row in panel.select("tbody tr")]
    assert rows == ["vicuña 9 searches", "guanaco 2 searches"]
    report = editor.get(panel.select_one("p a")["href"])
    found = [query.query_string for query in report.context["object_list"]]
    assert found == ["vicuña", "guanaco"]


def cost(client, address):
    client.get(address)  # what Wagtail keeps in mind
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.mark.parametrize("role", ["editor", "publisher"])
def test_a_large_archive_costs_no_more_queries_than_a_small_one(request, role, news):
    client = request.getfixturevalue(role)
    addresses = [reverse("wagtailadmin_home"), reverse(LACKING)]
    factories.bulk_articles(news, 20)
    ArticlePage.objects.update(last_published_at=timezone.now())
    small = [cost(client, address) for address in addresses]

    ArticlePage.objects.all().delete()
    factories.bulk_articles(news, 2000)
    ArticlePage.objects.update(last_published_at=timezone.now())
    large = [cost(client, address) for address in addresses]

    # Of six articles and more, the home says how many there are.
    assert large == small
    assert large[0] <= 45
    assert facts(client)["2,000 published articles without an image"]


def test_deleting_a_page_deletes_what_was_found_in_it(publisher, news, complete):
    image = {"image": complete["image"].pk, "alt_text": "", "decorative": False}
    body = [{"type": "image", "value": {"image": image}}]
    article = factories.article(news, **complete, body=body)
    assert facts(publisher)

    do(publisher, "delete", article)

    assert facts(publisher) == {}
    assert Image.objects.exists()
