"""What a page of results costs: SQL queries and bytes, whatever there is to find."""

import random
from datetime import date
from string import ascii_lowercase

import pytest

from news.models import Region, Topic
from news.subjects import REGION_NAMES
from tests import factories
from tests.search.reading_results import GROUPS, ask, facets, said, titles
from tests.test_budgets import cost

pytestmark = pytest.mark.django_db

MOST_QUERIES = 14
MOST_QUERIES_OF_LONG = 15  # as what has only most of the words is looked for too
MOST_KILOBYTES = 12  # compressed
ORDINARY = [
    "query=judges",
    "query=judges+region",
    "query=judges&page=2",
    "query=judges&sort=date",
    "query=judges&kind=article&year=2014",
    "query=judges&since=2001-01-01",
    "query=the+judges+of+the+region+who+wait",
    "query=%22judges+meet%22+-guanaco",
    "year=2014",
    "since=2014-01-01",
]
LONG = "query=judges+meet+in+Lima+and+the+region+waits"


def queries(client, asked):
    """How often the database is asked; a limit of time asks nothing."""
    *_, spent = cost(client, f"/search/?{asked}")
    limits = ("SET statement_timeout", "RESET statement_timeout")
    return len([query for query in spent if not query["sql"].startswith(limits)])


def test_five_hundred_articles_take_no_more_queries_than_twenty(client, news):
    summary = "Judges meet in Lima, and the region waits."
    factories.articles(news, 20, summary=summary)
    with_twenty = [queries(client, asked) for asked in [*ORDINARY, LONG]]

    factories.bulk_articles(news, 480)

    assert said(ask(client, query="judges")).startswith("500 results")
    assert [queries(client, asked) for asked in [*ORDINARY, LONG]] == with_twenty
    assert max(with_twenty) <= MOST_QUERIES


def test_more_than_can_be_counted_take_no_more_queries_either(client, news):
    factories.bulk_articles(news, 1100)

    assert said(ask(client, query="judges")).startswith("More than 1,000 results")
    assert max(queries(client, asked) for asked in ORDINARY) <= MOST_QUERIES
    assert queries(client, LONG) <= MOST_QUERIES_OF_LONG


@pytest.fixture
def long_articles(news):
    """Articles with all regions, of 20 years and 20 topics, with long titles and texts."""
    chance = random.Random(7)  # noqa: S311 not for secrets

    def words(count):
        letters = [
            chance.choices(ascii_lowercase, k=chance.randint(3, 10))
            for _ in range(count)
        ]
        return " ".join("".join(word) for word in letters)

    topics = [Topic.objects.create(name=words(3)[:60]) for _ in range(20)]
    regions = [Region.objects.create(name=name) for name in [*REGION_NAMES, "National"]]
    for number in range(60):
        factories.article(
            news,
            title=f"Water {words(15)}",
            slug=f"long-{number}",
            summary=f"{words(20)} water {words(30)}",
            date=date(1995 + number % 20, 5, 1),
            topics=[topics[number % 20], topics[(number + 7) % 20]],
            regions=[regions[number % 26], regions[(number + 9) % 26]],
        )


@pytest.mark.usefixtures("long_articles")
def test_a_page_with_long_results_and_all_facets_stays_light(client):
    page = ask(client, query="water")
    _, size, _ = cost(client, "/search/?query=water")

    assert len(titles(page)) == 10
    assert [len(facets(page, group)) for group in GROUPS] == [0, 20, 20, 26]
    assert queries(client, "query=water") <= MOST_QUERIES
    assert size <= MOST_KILOBYTES * 1024
