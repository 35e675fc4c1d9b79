"""A month of news, and who gets it."""

from datetime import date

import pytest

from news.digest.composing import new_digest
from news.digest.sending import send_to_all
from news.models import Topic
from tests import factories
from tests.news.digest.outcomes import ADDRESSES, progress

MONTH = date(2026, 10, 1)


@pytest.fixture
def month(news):
    """Two articles of October 2026, and one of the month before and after."""
    mining = Topic.objects.create(name="Mining & water")
    older = {"title": "Verdict in Puno", "date": date(2026, 10, 3)}
    newer = {"title": "Dams <and> “rights”", "date": date(2026, 10, 31)}
    return [
        factories.article(news, **newer, topics=[mining]),
        factories.article(news, **older),
        factories.article(news, title="September", date=date(2026, 9, 30)),
        factories.article(news, title="November", date=date(2026, 11, 1)),
    ]


@pytest.fixture
def digest(month):
    made = new_digest(MONTH)
    made.save()
    return made


@pytest.fixture
def subscribers(home):
    factories.subscriber("unconfirmed@example.org", confirmed_at=None)
    return [factories.subscriber(address) for address in ADDRESSES]


@pytest.fixture
def send(digest, subscribers, server, django_capture_on_commit_callbacks):
    """Send to all, and do at once what the worker would; give the digest's progress."""

    def begin():
        with django_capture_on_commit_callbacks(execute=True):
            send_to_all(digest, None)
        return progress()

    return begin
