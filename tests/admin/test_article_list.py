"""The admin's list of articles: its columns, order and search."""

from datetime import date

import pytest
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils import WagtailTestUtils

from news.models import ArticlePage, Region, Topic
from psgsite.models import User
from tests import factories
from tests.admin.editing import add, edit
from tests.admin.listing import list_url, listed


def rows(client, parent, **query):
    """The texts of each row's cells."""
    html = client.get(list_url(parent, **query)).content.decode()
    found = WagtailTestUtils.get_soup(html).select("table.listing tbody tr")
    return [
        [" ".join(cell.get_text(" ").split()) for cell in row.select("td")]
        for row in found
    ]


@pytest.fixture
def mining(home):
    return Topic.objects.create(name="Rivers")


@pytest.fixture
def puno(home):
    return Region.objects.get(slug="puno")


def test_a_row_says_when_about_what_and_by_whom(editor, news, mining, puno):
    factories.article(
        news, date=date(2014, 6, 1), topics=[mining], regions=[puno], byline="A. Vargas"
    )

    (row,) = rows(editor, news)

    assert row[2:6] == ["1 Jun 2014", "Rivers", "Puno", "A. Vargas"]
    assert row[7] == "Current page status: live"


def test_without_a_byline_the_row_says_who_began_the_article(editor, news):
    User.objects.filter(username="editors").update(first_name="Rosa", last_name="Paz")
    add(editor, news)

    (row,) = rows(editor, news)

    assert row[5] == "Rosa Paz"


def test_the_newest_article_stands_first_whatever_was_changed_last(editor, news):
    factories.article(news, title="New", date=date(2014, 12, 2))
    old = factories.article(news, title="Old", date=date(2014, 12, 1))
    same_day = factories.article(news, title="Newer", date=date(2014, 12, 2))
    old.save_revision()

    assert same_day.pk
    assert listed(editor, news) == ["Newer", "New", "Old"]


@pytest.mark.parametrize(
    ("ordering", "titles"),
    [
        ("date", ["B", "A", "C"]),
        ("-date", ["C", "A", "B"]),
        ("title", ["A", "B", "C"]),
        ("-title", ["C", "B", "A"]),
        ("latest_revision_created_at", ["C", "B", "A"]),
        ("-latest_revision_created_at", ["A", "B", "C"]),
        ("ord", ["C", "A", "B"]),  # Wagtail's, which would show all on one page
    ],
)
def test_a_click_on_a_column_puts_the_list_in_its_order(editor, news, ordering, titles):
    for title, day in [("C", 3), ("B", 1), ("A", 2)]:
        made = factories.article(news, title=title, date=date(2014, 12, day))
        made.save_revision()

    assert listed(editor, news, ordering=ordering) == titles


@pytest.fixture
def to_search(editor, news, mining):
    body = [{"type": "paragraph", "value": "<p>The judges of Cajamarca met.</p>"}]
    factories.article(
        news, title="Rain", body=body, date=date(2013, 1, 2), topics=[mining]
    )
    factories.article(news, title="Hail", body=body, date=date(2013, 1, 3), live=False)
    factories.article(news, title="Cajamarca votes", date=date(2012, 1, 1))
    factories.article(news, title="Snow", date=date(2014, 1, 1))


def test_the_search_finds_titles_first_and_then_texts_newest_first(
    editor, news, to_search
):
    found = listed(editor, news, q="cajamarca")

    assert found == ["Cajamarca votes", "Hail", "Rain"]


def test_the_search_finds_the_beginning_of_a_title(editor, news, to_search):
    assert listed(editor, news, q="Cajam") == ["Cajamarca votes"]


def test_the_search_keeps_the_filters_and_the_order(editor, news, to_search, mining):
    assert listed(editor, news, q="judges", topics=mining.pk) == ["Rain"]
    assert listed(editor, news, q="cajamarca", status="draft") == ["Hail"]
    assert listed(editor, news, q="cajamarca", ordering="date") == [
        "Cajamarca votes",
        "Rain",
        "Hail",
    ]


@pytest.mark.parametrize(
    "query", ["'", "*", "AND", "NEAR(", "%", "🦙", "a" * 5000, "x -y", "(", "é"]
)
def test_no_query_breaks_the_search(editor, news, to_search, query):
    assert "Snow" not in listed(editor, news, q=query)


def test_searching_the_whole_site_finds_other_pages_too(editor, home, news):
    factories.article(news, title="About rivers")

    response = editor.get(list_url(news, q="about", search_all=1), follow=True)

    found = {page.title for page in response.context["pages"]}
    assert found == {"About rivers", "About the PSG"}


def test_the_list_offers_a_new_article_and_no_order_by_hand(publisher, news):
    html = publisher.get(list_url(news)).content.decode()

    assert "New article" in html
    assert reverse("wagtailadmin_pages:add_subpage", args=[news.pk]) in html
    assert "ordering=ord" not in html


def test_many_articles_are_still_published_at_once(publisher, news):
    one = factories.article(news, title="One", live=False)
    two = factories.article(news, title="Two", live=False)
    html = publisher.get(list_url(news)).content.decode()
    boxes = WagtailTestUtils.get_soup(html).select("[data-bulk-action-checkbox]")
    publish = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    chosen = [box["data-object-id"] for box in boxes if box.has_attr("data-object-id")]

    publisher.post(f"{publish}?id={chosen[0]}&id={chosen[1]}&next=/admin/")

    assert ArticlePage.objects.live().filter(pk__in=[one.pk, two.pk]).count() == 2


def test_the_lists_of_other_sections_are_wagtails_own(editor, home, news):
    response = editor.get(list_url(home))

    assert {page.title for page in response.context["pages"]} == {
        page.title for page in Page.objects.child_of(home)
    }
    columns = [column.name for column in response.context["table"].columns.values()]
    assert "type" in columns
    assert "topics" not in columns
    assert listed(editor, home, ordering="title")[0] == "About the PSG"


def test_all_articles_of_the_site_are_listed_alike(editor, news, mining):
    factories.article(news, topics=[mining])
    address = reverse("wagtailadmin_pages:type_use", args=["news", "articlepage"])

    html = editor.get(address, {"topics": mining.pk}).content.decode()

    assert "Verdict due" in html
    assert "8 Dec 2014" in html


def test_the_date_that_was_given_to_a_draft_shows(editor, news):
    add(editor, news, date="2014-12-08")
    edit(editor, ArticlePage.objects.get(), date="2014-12-01")

    assert rows(editor, news)[0][2] == "1 Dec 2014"


def test_the_list_follows_what_is_being_typed(editor, news, to_search):
    address = reverse("wagtailadmin_explore_results", args=[news.pk])

    html = editor.get(address, {"q": "caja"}).content.decode()

    assert "Cajamarca votes" in html
    assert "Snow" not in html
