"""What tests of documents and of addresses share."""

import pytest

from psgsite.models import Document
from tests import factories
from tests.psgsite.document_files import attached, document, pdf
from tests.psgsite.missing import BROWSER


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """With this, what waits for the end of the transaction happens in a test."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


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
