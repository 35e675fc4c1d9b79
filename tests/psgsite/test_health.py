import pytest
from django.db import DatabaseError
from django.db.migrations.recorder import MigrationRecorder

from psgsite import health

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
def test_a_probe_is_answered_whatever_host_it_names(client, settings, address):
    settings.ALLOWED_HOSTS = ["www.example.org"]
    settings.SECURE_SSL_REDIRECT = True

    response = client.get(address, headers={"host": "10.0.0.7"})

    assert (response.status_code, response.content) == (200, b"ok")
    assert response["Cache-Control"] == "no-store"


def test_being_alive_asks_nothing_of_the_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert client.get("/healthz").status_code == 200


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
