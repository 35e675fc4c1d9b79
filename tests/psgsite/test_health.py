from datetime import UTC, datetime

import pytest
from django.db import DatabaseError
from django.db.migrations.recorder import MigrationRecorder

from psgsite import health
from psgsite.models import PublishingRun

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("address", "text"),
    [("/healthz", b"ok"), ("/readyz", b"ok\npublish_scheduled: never ran")],
)
def test_a_probe_is_answered_whatever_host_it_names(client, settings, address, text):
    settings.ALLOWED_HOSTS = ["www.example.org"]
    settings.SECURE_SSL_REDIRECT = True

    response = client.get(address, headers={"host": "10.0.0.7"})

    assert (response.status_code, response.content) == (200, text)
    assert response["Cache-Control"] == "no-store"


def test_being_alive_asks_nothing_of_the_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert client.get("/healthz").status_code == 200


def test_a_site_is_ready_though_its_job_stands_still_and_says_since_when(client):
    ended = datetime(2026, 3, 1, 9, 0, 12, tzinfo=UTC)
    PublishingRun.objects.create(pk=1, ended_at=ended, failed=2)

    response = client.get("/readyz")

    assert response.status_code == 200
    assert response.content.decode().splitlines() == [
        "ok",
        "publish_scheduled: 2026-03-01 09:00:12 UTC, 2 failed",
    ]


def test_a_site_whose_migrations_are_missing_is_not_ready(client):
    MigrationRecorder.Migration.objects.filter(app="home").delete()

    response = client.get("/readyz")

    assert (response.status_code, response.content) == (503, b"not ready")


def test_a_site_without_its_database_is_alive_but_not_ready(client, monkeypatch):
    def refuse(connection):
        raise DatabaseError("password of user psg refused")

    monkeypatch.setattr(health, "MigrationExecutor", refuse)

    response = client.get("/readyz")

    assert (response.status_code, response.content) == (503, b"not ready")
    assert client.get("/healthz").status_code == 200
