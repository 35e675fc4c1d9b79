"""A search that takes too long is stopped, and the page says so."""

import pytest
from django.db import connection, transaction

from search.finding.limits import TookTooLong, limited_time

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
