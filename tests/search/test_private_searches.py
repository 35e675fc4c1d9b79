"""What is never kept of a search, nor of who made it."""

import pytest
from django.test import Client
from wagtail.contrib.search_promotions.models import Query, QueryDailyHits

from search.figures import token
from search.figures.models import Click, Outcome
from tests import factories

pytestmark = pytest.mark.django_db

KEPT = [Query, QueryDailyHits, Outcome, Click]


def send(token, **fields):
    return Client().post("/search/count/", {"token": token} | fields)


def queries():
    return list(Query.objects.values_list("query_string", flat=True))


@pytest.mark.parametrize(
    "personal",
    [
        "rosa@example.org",
        "rosa @example",
        "www.example.org",
        "https://example",
        "example.pe",
        "10.0.0.7",
        "07700900123",
        "+51 1 234 5678",
        "(020) 7946-0958",
        "dni 1234567",
        "what my neighbour told me about her eldest son",
        "",
        " \n",
        "\0",
    ],
)
def test_nothing_is_kept_of_what_may_be_about_one_person(personal):
    assert token(personal, 1, []) == ""


@pytest.mark.parametrize(
    "query",
    [
        "law 29785",
        "8 December 2014",
        "1,200,000 votes",
        "U.N. report",
        "A. Fujimori",
        "one two three four five six seven eight",
    ],
)
def test_what_only_looks_like_it_is_kept(query):
    send(token(query, 1, []))

    assert queries() == [query.lower()]


def test_a_very_long_word_is_cut():
    send(token("p" * 10_000, 0, []))

    assert queries() == ["p" * 100]


def test_nothing_is_kept_of_who_searched(news):
    article = factories.article(news)
    sender = {"REMOTE_ADDR": "203.0.113.9", "HTTP_USER_AGENT": "Browser of somebody"}
    shown = token("verdict", 1, [article.pk])

    for fields in ({}, {"page": article.pk}):
        Client(**sender).post("/search/count/", {"token": shown} | fields)

    kept = str([list(model.objects.values()) for model in KEPT])
    assert kept.count("'hits': 1") == 2
    assert "203.0.113.9" not in kept
    assert "somebody" not in kept


def test_each_thing_kept_is_a_count_a_day_or_a_name_of_what_was_searched():
    fields = {field.name for model in KEPT for field in model._meta.concrete_fields}

    assert fields == {
        *("id", "query", "query_string", "page"),
        *("date", "searched_on"),
        *("hits", "found"),
    }


def test_counting_sets_no_cookie_and_logs_nothing(caplog):
    caplog.set_level("DEBUG", "django.request")

    response = send(token("guanaco", 1, []))
    send("forged guanaco")

    assert not response.cookies
    assert "guanaco" not in caplog.text
