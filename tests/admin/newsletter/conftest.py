"""A newsletter of October 2026, at the end of the November after it."""

from datetime import date

import pytest

from news.models import Digest
from tests import factories


@pytest.fixture(autouse=True)
def today(clock):
    clock("2026-11-27 09:00")


@pytest.fixture
def articles(news):
    return [
        factories.article(news, title="Verdict in Puno", date=date(2026, 10, day))
        for day in (3, 31)
    ]


@pytest.fixture
def digest(articles):
    return Digest.objects.create(month=date(2026, 10, 1), subject="News of October")
