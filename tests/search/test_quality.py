"""How well the search finds what is meant: a short part of benchmarks/search_quality.py."""

import pytest
from django.db import transaction
from django.test import override_settings

from benchmarks.exchange import read_queries, write_both
from benchmarks.measures import average, score
from benchmarks.one_database import ask_site, load

# Without it no database would be made for this file.
pytestmark = pytest.mark.django_db

ARTICLES = 500
SEED = 11
OF_EACH_KIND = 2

# What the search must reach; docs/developers/measurements.md has what it does reach.
RECALL = 0.97
RANK = 0.95
NDCG = 0.95
EMPTY = 0  # of the queries that have an answer


@pytest.fixture(scope="module")
def measured(django_db_setup, django_db_blocker, tmp_path_factory):
    """Pairs of a query and what the search of a site of its own found for it."""
    paths = write_both(tmp_path_factory.mktemp("site"), articles=ARTICLES, seed=SEED)
    corpus, queries = paths[0], few_of_each_kind(read_queries(paths[1]))
    in_memory = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    with (
        django_db_blocker.unblock(),
        override_settings(CACHES={"default": in_memory}, SEARCH_TIME_LIMIT=10_000),
        transaction.atomic(),
    ):
        load(corpus)
        answers = ask_site([each.query for each in queries])
        transaction.set_rollback(True)
    return [(each, answers[each.query]["site"]) for each in queries]


def few_of_each_kind(queries):
    kinds = {}
    for query in queries:
        kinds.setdefault(query.kind, []).append(query)
    return [query for some in kinds.values() for query in some[:OF_EACH_KIND]]


@pytest.fixture
def scores(measured):
    return [score(each.relevant, found) for each, found in measured if each.relevant]


def test_there_are_enough_queries_of_all_kinds(scores):
    assert len(scores) >= 50


def test_what_is_meant_is_among_the_first_ten(scores):
    assert average(scores).recall >= RECALL


def test_what_is_meant_comes_first(scores):
    assert average(scores).rank >= RANK


def test_better_answers_come_before_others(scores):
    assert average(scores).ndcg >= NDCG


def test_hardly_any_query_finds_nothing(scores):
    assert average(scores).empty <= EMPTY


def test_what_has_no_answer_finds_nothing(measured):
    nonsense = [(each, found) for each, found in measured if each.kind == "no answer"]

    assert nonsense
    assert [each.query for each, found in nonsense if found] == []
