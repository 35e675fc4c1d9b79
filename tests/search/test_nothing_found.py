"""Where a search finds nothing, the page says so and offers ways on."""

from datetime import date

import pytest

from news.models import Region, Topic
from psgsite.models import OrganisationSettings
from tests import factories
from tests.search.reading_results import ask, said, text, titles

pytestmark = pytest.mark.django_db

UNKNOWN = "guanaco vicuña"


def section(page, heading):
    """The names of the links below a heading of the page, and their addresses."""
    found = page.main.find("h2", string=heading)
    links = found.find_next_sibling("ul").select("a") if found else []
    return {text(link): link["href"] for link in links}


def test_that_nothing_was_found_is_said(client, news):
    factories.article(news)

    page = ask(client, query="guanaco")

    assert said(page) == "No results for “guanaco”"
    assert "No page of this site has these words." in text(page.main)
    assert titles(page) == []
    assert "No page" not in text(ask(client, query="verdict").main)


def test_a_word_that_may_have_been_meant_is_offered(client, news):
    factories.article(news, title="Clean water")

    page = ask(client, query="wafer")
    meant = page.select_one(".help__meant a")

    assert titles(page) == []
    assert text(meant) == "water"
    assert titles(ask(client, meant["href"])) == ["Clean water"]


@pytest.mark.parametrize("query", ["guanaco", f"wafer {UNKNOWN}", "?!", "-water"])
def test_no_other_search_is_offered_that_finds_nothing_either(client, news, query):
    factories.article(news, title="Water")

    assert ask(client, query=query).select_one(".help__meant") is None


def test_a_word_is_offered_without_filters_that_exclude_it(client, news):
    factories.article(news, title="Water", date=date(2014, 1, 1))

    page = ask(client, query="watr", year="1999")

    meant = page.select_one(".help__meant a")
    assert titles(ask(client, meant["href"])) == ["Water"]


def test_results_without_the_rarest_words_are_shown(client, news):
    factories.article(news, title="Water in Puno")
    factories.article(news, title="Water in Cusco")

    page = ask(client, query=f"water {UNKNOWN} Puno")
    link = page.find("a", string="One result for “water Puno”")

    assert said(page).startswith("No results")
    assert titles(page) == ["Water in Puno"]
    assert titles(ask(client, link["href"])) == ["Water in Puno"]


def test_of_results_without_the_rarest_words_the_first_three_are_shown(client, news):
    factories.articles(news, 5, summary="Water.")

    page = ask(client, query=f"water {UNKNOWN}")

    assert page.find("a", string="Five results for “water”")
    assert len(titles(page)) == 3


def test_one_unknown_word_leaves_no_others(client, news):
    factories.articles(news, 5, summary="Water.")

    assert ask(client, query="guanaco").find("h2", string="With fewer words") is None


def test_topics_and_regions_that_are_named_alike_are_offered(client, news):
    mining = Topic.objects.create(name="Mining")
    cusco = Region.objects.create(name="Cusco")
    puno = Region.objects.create(name="Puno")
    factories.article(news, title="A verdict", topics=[mining], regions=[cusco, puno])

    page = ask(client, query=f"minin cusko {UNKNOWN}")
    offered = section(page, "Topics and regions")

    assert offered == {"Cusco": "?region=cusco", "Mining": "?topic=mining"}
    assert titles(ask(client, offered["Cusco"])) == ["A verdict"]
    assert section(ask(client, query=UNKNOWN), "Topics and regions") == {}


def test_topics_of_hidden_articles_are_not_offered(client, news):
    mining = Topic.objects.create(name="Mining")
    secret = factories.article(news, title="Witness list", topics=[mining])
    asked = {"query": f"minin {UNKNOWN}"}
    assert section(ask(client, **asked), "Topics and regions") != {}

    factories.restrict(secret)

    assert section(ask(client, **asked), "Topics and regions") == {}


def test_the_latest_news_is_offered(client, news):
    articles = factories.articles(news, 6)
    factories.restrict(articles[0])

    offered = section(ask(client, query="guanaco"), "The latest news")

    assert list(offered) == [f"Article {number}" for number in (1, 2, 3, 4)]
    assert offered["Article 1"] == "/news/article-1/"


def test_readers_are_told_where_to_write(client, home):
    assert "Still looking?" not in text(ask(client, query="guanaco").main)

    OrganisationSettings.objects.update(email="post@example.org")

    main = ask(client, query="guanaco").main
    assert (
        main.find("a", string="post@example.org")["href"] == "mailto:post@example.org"
    )
    assert "Still looking? Write to us at post@example.org" in text(main)


@pytest.mark.parametrize(
    "chosen",
    [
        {"kind": "page"},
        {"year": "1999"},
        {"topic": "mining"},
        {"since": "2015-01-01"},
        {"kind": "page", "year": "1999", "until": "1999-12-31"},
    ],
)
def test_filters_that_leave_nothing_are_taken_off_with_one_link(client, news, chosen):
    factories.article(news, title="Water", date=date(2014, 1, 1))

    page = ask(client, query="water", sort="date", **chosen)
    link = page.main.find("a", string="Search the whole site for “water”")

    assert "Nothing fits all that you chose." in text(page.main)
    assert titles(ask(client, link["href"])) == ["Water"]
    assert link["href"] == "?query=water&sort=date"
