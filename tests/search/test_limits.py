"""A search that takes too long is stopped, and the page says so."""

from datetime import date

import pytest
from django.db import connection, transaction

from search.finding.limits import TookTooLong, limited_time
from search.results.help import Help
from tests import factories

pytestmark = pytest.mark.django_db

ENDLESS = {
    "sqlite": "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n) "
    "SELECT count(*) FROM n",
    "postgresql": "SELECT pg_sleep(60)",
}


def run_endless():
    with connection.cursor() as cursor:
        cursor.execute(ENDLESS[connection.vendor])


def test_work_without_end_is_stopped():
    with pytest.raises(TookTooLong), transaction.atomic(), limited_time(50):
        run_endless()


def test_the_database_is_free_again_afterwards():
    with pytest.raises(TookTooLong), transaction.atomic(), limited_time(50):
        run_endless()

    slow = {
        "sqlite": "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n LIMIT "
        "2000000) SELECT count(*) FROM n",
        "postgresql": "SELECT pg_sleep(0.2)",
    }
    with connection.cursor() as cursor:
        cursor.execute(slow[connection.vendor])
        assert cursor.fetchone()


def test_the_page_says_that_a_search_took_too_long(client, home, monkeypatch):
    def find(self, text):
        raise TookTooLong

    monkeypatch.setattr("search.finding.steps.Search.find", find)
    response = client.get("/search/?query=mining")

    assert response.status_code == 200
    assert "This search took too long." in response.content.decode()
    assert 'value="mining"' in response.content.decode()


def test_what_helps_where_nothing_is_found_is_limited_too(
    client, home, monkeypatch, settings
):
    latest = Help.latest
    asked = []

    def endless_once(self):
        asked.append(self)
        if len(asked) == 1:
            with transaction.atomic():
                run_endless()
        return latest(self)

    settings.SEARCH_TIME_LIMIT = 300
    monkeypatch.setattr(Help, "latest", endless_once)
    response = client.get("/search/?query=mining")

    assert len(asked) == 2
    assert "This search took too long." in response.content.decode()


def test_a_search_that_took_too_long_is_not_counted(client, home, monkeypatch):
    def find(self, text):
        raise TookTooLong

    counted = client.get("/search/?query=mining").content.decode()
    monkeypatch.setattr("search.finding.steps.Search.find", find)
    stopped = client.get("/search/?query=mining").content.decode()

    assert "data-count" in counted
    assert "data-count" not in stopped


@pytest.fixture
def few_are_many(monkeypatch):
    monkeypatch.setattr("search.finding.steps.MOST_FOUND", 8)
    monkeypatch.setattr("search.finding.steps.MOST_NAMED", 5)
    monkeypatch.setattr("search.finding.steps.COMMON", 20)


@pytest.mark.usefixtures("few_are_many")
def test_of_what_many_have_the_newest_are_found_and_what_is_named_so(find, news):
    for year in range(1980, 2015):
        title = "Glyphosate" if year == 1985 else f"News of {year}"
        text = "Words on glyphosate"
        factories.article(news, title=title, summary=text, date=date(year, 5, 1))

    found = find("glyphosate")

    newest = {f"News of {year}" for year in range(2007, 2015)}
    assert set(found) == {"Glyphosate", *newest}


@pytest.mark.usefixtures("few_are_many")
def test_a_word_of_old_articles_alone_is_found_too(find, news):
    factories.bulk_articles(news, 60)
    for number in range(25):
        factories.article(
            news,
            title=f"News {number}",
            summary="Words on glyphosate",
            date=date(1990, 5, number + 1),
        )

    assert len(find("glyphosate")) == 8
