"""A site as ``setup_site`` leaves it, without text, and people who are signed in to it."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone

from home.models import HomePage
from home.roles import EDITORS, MEMBERSHIP, PUBLISHERS
from home.site_setup import set_up_site
from news.models import NewsIndexPage
from psgsite.models import User
from tests import factories

LONDON = ZoneInfo("Europe/London")


# For every test, since it must not begin within the transaction of one.
@pytest.fixture(scope="package", autouse=True)
def people(undone):
    with undone():
        set_up_site(with_content=False)
        factories.administrator()
        for group in (EDITORS, PUBLISHERS, MEMBERSHIP):
            name = group.lower()
            factories.user(group, username=name, email=f"{name}@example.org")
        yield


@pytest.fixture
def home(db):
    return HomePage.objects.get()


@pytest.fixture
def news(home):
    return NewsIndexPage.objects.get()


@pytest.fixture
def clock(monkeypatch):
    """Set the time: ``clock("2027-03-01 09:00")``, in London unless told otherwise."""

    def set_clock(text, zone=LONDON):
        now = datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(UTC)
        monkeypatch.setattr(timezone, "now", lambda: now)

    set_clock("2027-03-01 09:00")
    return set_clock


def signed_in(username):
    client = Client()
    client.force_login(User.objects.get(username=username))
    return client


@pytest.fixture
def administrator(home):
    return signed_in("admin")


@pytest.fixture
def publisher(home):
    return signed_in("publishers")


@pytest.fixture
def editor(home):
    return signed_in("editors")


@pytest.fixture
def secretary(home):
    """Who keeps the members, and no pages."""
    return signed_in("membership")
