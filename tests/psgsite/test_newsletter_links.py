"""A link confirms one subscriber, for seven days, and says nothing about them."""

import pytest
from django.utils import timezone

from psgsite.models import Subscriber
from psgsite.newsletter.links import signer
from tests import factories

pytestmark = pytest.mark.django_db

ADDRESS = "rosa@example.org"


def html(response):
    return response.content.decode()


def subscribers():
    return [each.email for each in Subscriber.objects.confirmed()]


@pytest.fixture
def subscriber(home):
    return factories.subscriber(ADDRESS, confirmed_at=None)


def confirmation(token):
    return f"/newsletter/confirm/{token}/"


def test_a_link_works_for_seven_days(client, subscriber, monkeypatch):
    token = signer.sign(subscriber.token)
    now = timezone.now().timestamp()

    monkeypatch.setattr("django.core.signing.time.time", lambda: now + 6.9 * 86400)
    before = client.get(confirmation(token)).status_code
    monkeypatch.setattr("django.core.signing.time.time", lambda: now + 7.1 * 86400)
    after = client.post(confirmation(token))

    assert (before, after.status_code) == (200, 410)
    assert "ask for it again" in html(after)
    assert subscribers() == []


def test_forged_tokens_confirm_nobody(client, subscriber):
    key, time, signature = signer.sign(subscriber.token).split(".")
    forged = [key, f"{key}.{time}.", f"{key}.zzzzzz.{signature}", "x", "é.é.é"]

    for token in [*forged, f"{key}.{time}.{signature[::-1]}"]:
        for method in (client.get, client.post):
            assert method(confirmation(token)).status_code == 410

    assert subscribers() == []


def test_a_link_confirms_nobody_who_has_unsubscribed(client, subscriber):
    token = signer.sign(subscriber.token)
    subscriber.delete()

    assert client.post(confirmation(token)).status_code == 410


def test_every_page_is_kept_out_of_caches_indexes_and_referrers(client, subscriber):
    sign = signer.sign(subscriber.token)
    pages = ["", "asked/", "confirmed/", f"confirm/{sign}/", "confirm/x/"]
    pages += [f"unsubscribe/{subscriber.token}/", "unsubscribe/x/"]

    for page in pages:
        response = client.get(f"/newsletter/{page}")
        assert response["X-Robots-Tag"] == "noindex"
        assert response["Referrer-Policy"] == "no-referrer"
        assert "no-store" in response["Cache-Control"]
        assert "X-Offline" not in response
        assert '<meta name="robots" content="noindex">' in html(response)
        assert ADDRESS not in html(response)
