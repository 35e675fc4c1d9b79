"""What tests of documents and of addresses share."""

import pytest

from psgsite.models import Document
from tests import factories
from tests.psgsite.document_files import attached, document, pdf
from tests.psgsite.missing import BROWSER


@pytest.fixture
def report(committed):
    with committed():
        made = document(pdf(["Verdict in Puno"]))
    return Document.objects.get(pk=made.pk)


@pytest.fixture
def article(news, report):
    """An article that attaches the report."""
    return factories.article(news, body=[attached(report)])


@pytest.fixture
def administrator(client, home):
    client.force_login(factories.administrator())
    return client


@pytest.fixture
def ask(client, news):
    """Ask for an address as a reader's browser does."""

    def get(address, **headers):
        return client.get(address, headers=BROWSER | headers)

    return get


@pytest.fixture
def mail_server(server, settings, monkeypatch):
    """That server, and tasks that wait for a worker."""
    database = {"BACKEND": "django_tasks_db.DatabaseBackend"}
    settings.TASKS = settings.TASKS | {"background": database}
    monkeypatch.setattr("django.db.transaction.on_commit", lambda do, **options: do())
    return server
