"""What editors chose for some words stands above what a search finds."""

import pytest
from wagtail.contrib.search_promotions.models import Query, SearchPromotion

from about.models import JoinPage
from tests import factories
from tests.search.reading_results import ask, said, text, titles
from tests.test_visibility import draft, expired, private, scheduled, withdrawn

pytestmark = pytest.mark.django_db


def promote(words, **fields):
    query, _ = Query.objects.get_or_create(query_string=words)
    return SearchPromotion.objects.create(query=query, **fields)


def promoted(client, query, **parameters):
    """What is promoted on the page: titles and addresses, in their order."""
    page = ask(client, query=query, **parameters)
    links = page.select(".result--promoted h2 a")
    return [(text(link), link["href"]) for link in links]


@pytest.fixture
def join(home, news):
    factories.articles(news, 12, summary="Elections in Áncash, and a membership.")
    return factories.page(home, JoinPage, title="Why join?", slug="join")


def test_it_stands_above_all_results_and_is_marked(client, join):
    promote("elections áncash", page=join, description="Five good reasons.")

    page = ask(client, query="elections áncash")
    first, second = page.select(".result")[:2]

    assert [text(each) for each in first.select("p, h2")] == [
        "Our choice for these words",
        "Why join?",
        "Five good reasons.",
    ]
    assert "result--promoted" not in second["class"]
    assert said(page) == "12 results for “elections áncash”"
    assert len(titles(page)) == 10


@pytest.mark.parametrize(
    "typed",
    ["elections áncash", "ELECTIONS ANCASH", "election Ancash", " Elections, áncash! "],
)
def test_it_is_shown_however_the_words_are_written(client, join, typed):
    promote("Elections Áncash", page=join)

    assert promoted(client, typed) == [("Why join?", "/join/")]


@pytest.mark.parametrize(
    "typed",
    ["elections", "áncash elections", "elections in áncash 2014", "guanaco", "", "?!"],
)
def test_other_words_do_not_show_it(client, join, typed):
    promote("elections áncash", page=join)

    assert promoted(client, typed) == []
    assert promoted(client, "elections áncash") != []


@pytest.mark.parametrize("hide", [draft, scheduled, expired, withdrawn, private])
def test_a_hidden_page_is_not_promoted(client, news, hide):
    article = factories.article(news, live=hide != scheduled)
    promote("verdict", page=article)
    promote("verdict", page=news)
    assert len(promoted(client, "verdict")) == 1 + (hide != scheduled)

    hide(article)

    assert promoted(client, "verdict") == [("News", "/news/")]


def test_a_page_below_a_private_one_is_not_promoted(client, news):
    promote("verdict", page=factories.article(news))
    assert promoted(client, "verdict") != []

    factories.restrict(news)

    assert promoted(client, "verdict") == []


def test_a_link_to_another_site_is_promoted(client, home):
    link = {"external_link_url": "https://example.pe/a?b=1&c=2"}
    promote("court", external_link_text="The <b>court", **link)

    page = ask(client, query="court")

    assert promoted(client, "court") == [
        ("The <b>court", "https://example.pe/a?b=1&c=2")
    ]
    assert page.main.b is None
    assert page.select_one(".result--promoted a").get("data-page") is None


def test_they_are_in_the_order_that_editors_gave_them(client, join, news):
    promote("court", page=join, sort_order=2)
    promote("court", page=news, sort_order=1)
    link = {"external_link_url": "https://example.pe/", "external_link_text": "Court"}
    promote("court", sort_order=3, **link)

    assert [title for title, _ in promoted(client, "court")] == [
        "News",
        "Why join?",
        "Court",
    ]


def test_it_is_shown_where_nothing_else_is_found(client, join):
    promote("guanaco", page=join)

    page = ask(client, query="guanaco")

    assert said(page) == "No results for “guanaco”"
    assert promoted(client, "guanaco") == [("Why join?", "/join/")]
    assert "No page of this site has these words." in text(page.main)


def test_it_leads_to_the_page_s_new_title_and_address(client, join):
    promote("court", page=join)

    join.title, join.slug = "Become a member", "member"
    join.save_revision().publish()

    assert promoted(client, "court") == [("Become a member", "/member/")]
