import time

import pytest

from about.joining import spam
from psgsite.models import OrganisationSettings
from tests.about.joining.filling_in import join_page


@pytest.fixture
def organisation(home):
    return OrganisationSettings.objects.create(
        site=home.get_site(), name="Peru Support Group", email="office@example.org"
    )


@pytest.fixture
def join(home, organisation):
    return join_page(home)


@pytest.fixture
def mails_at_once(join, monkeypatch):
    """With this, what waits for the end of the transaction is done at once."""
    monkeypatch.setattr("django.db.transaction.on_commit", lambda do, **options: do())


@pytest.fixture
def clock(monkeypatch):
    """Let time pass for the form: ``clock(5)`` is in five seconds."""
    now = time.time

    def later(seconds):
        monkeypatch.setattr(spam.time, "time", lambda: now() + seconds)

    return later
