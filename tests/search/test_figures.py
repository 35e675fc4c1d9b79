"""How readers' searches are counted, and what they follow."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.contrib.search_promotions.models import QueryDailyHits
from wagtail.models import ReferenceIndex

from search.figures import counting, token
from search.figures.models import Click, Outcome
from tests import factories

pytestmark = pytest.mark.django_db

TODAY = date(2026, 5, 20)


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda: TODAY)


@pytest.fixture
def article(news):
    return factories.article(news)


def send(token, **fields):
    """What the script of a page of results sends, and the answer's status."""
    return Client().post("/search/count/", {"token": token} | fields).status_code


def hits():
    return dict(QueryDailyHits.objects.values_list("query__query_string", "hits"))


def clicks():
    return dict(Click.objects.values_list("page", "hits"))


def test_a_search_is_counted_by_its_words_and_its_day():
    shown = token("  Mining in\tPUNO ", 12, [])

    assert [send(shown), send(shown)] == [204, 204]

    assert hits() == {"mining in puno": 2}
    assert QueryDailyHits.objects.get().date == TODAY


def test_accents_are_kept_as_they_were_typed():
    send(token("Áncash", 1, []))
    send(token("Ancash", 1, []))

    assert hits() == {"áncash": 1, "ancash": 1}


def test_the_number_of_results_is_that_of_the_last_search():
    send(token("puno", 12, []))
    send(token("puno", 0, []))

    outcome = Outcome.objects.get()
    assert (outcome.found, outcome.searched_on) == (0, TODAY)


def test_a_followed_page_is_counted_beside_the_search(article):
    shown = token("verdict", 1, [article.pk])
    send(shown)

    send(shown, page=article.pk)
    send(shown, page=article.pk)

    assert clicks() == {article.pk: 2}
    assert hits() == {"verdict": 1}


@pytest.mark.parametrize("page", ["0", "", "x", "1e3", "-1", "9" * 30])
def test_a_page_that_was_not_among_the_results_is_refused(article, page):
    shown = token("verdict", 1, [article.pk])
    send(shown)

    assert send(shown, page=page) == 400
    assert send(shown, page=article.pk) == 204

    assert clicks() == {article.pk: 1}


def test_a_page_that_was_deleted_meanwhile_is_not_counted(article):
    shown = token("verdict", 1, [article.pk])
    send(shown)
    article.delete()

    assert send(shown, page=article.pk) == 204
    assert clicks() == {}


@pytest.mark.parametrize("forged", ["", "x", "a:b:c", "\0", "é" * 999])
def test_a_forged_token_counts_nothing(forged):
    assert send(forged) == 400
    assert hits() == {}


def test_a_changed_token_counts_nothing():
    shown = token("puno", 1, [])

    assert send(shown[:-1] + ("a" if shown[-1] != "a" else "b")) == 400
    assert hits() == {}


def test_a_token_is_good_for_a_day(monkeypatch):
    now = timezone.now().timestamp()
    shown = token("puno", 1, [])

    monkeypatch.setattr("time.time", lambda: now + 23 * 60 * 60)
    assert send(shown) == 204
    monkeypatch.setattr("time.time", lambda: now + 25 * 60 * 60)
    assert send(shown) == 400

    assert hits() == {"puno": 1}


@pytest.mark.parametrize("method", ["get", "head", "put", "delete"])
def test_only_a_post_counts(client, method):
    response = getattr(client, method)(
        "/search/count/", query_params={"token": token("puno", 1, [])}
    )

    assert response.status_code == 405
    assert hits() == {}


@pytest.mark.parametrize("query", ["verdict", "guanaco", ""])
def test_looking_at_results_writes_nothing(client, article, query):
    client.get("/")  # on a site without settings of its own, Wagtail makes them

    with CaptureQueriesContext(connection) as queries:
        response = client.get("/search/", {"query": query})

    assert response.status_code == 200
    said = {query["sql"].split()[0] for query in queries}
    assert "SELECT" in said
    assert not said & {"INSERT", "UPDATE", "DELETE"}
    assert hits() == {}


def test_one_query_is_counted_so_often_a_day_and_no_more(article, monkeypatch):
    monkeypatch.setattr(counting, "MOST_HITS", 2)
    shown = token("verdict", 1, [article.pk])

    for _ in range(4):
        assert send(shown) == 204
        assert send(shown, page=article.pk) == 204

    assert hits() == {"verdict": 2}
    assert clicks() == {article.pk: 2}


def test_so_many_new_queries_are_kept_in_a_day_and_no_more(monkeypatch):
    monkeypatch.setattr(counting, "MOST_QUERIES", 2)

    for words in ["one", "two", "three", "two"]:
        assert send(token(words, 1, [])) == 204

    assert hits() == {"one": 1, "two": 2}


def test_a_click_on_what_was_not_kept_is_not_counted(article, monkeypatch):
    monkeypatch.setattr(counting, "MOST_QUERIES", 0)
    shown = token("verdict", 1, [article.pk])
    send(shown)

    assert send(shown, page=article.pk) == 204
    assert clicks() == {}


def test_figures_are_no_use_of_a_page_or_of_a_query(article):
    shown = token("verdict", 1, [article.pk])
    send(shown)
    send(shown, page=article.pk)

    for model in (QueryDailyHits, Outcome, Click):
        kept = model.objects.get()
        assert not ReferenceIndex.get_references_for_object(kept).exists()


def test_the_script_is_small():
    assert 0 < factories.compressed_size("search/static/search/count.js") <= 600
