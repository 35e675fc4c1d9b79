"""Each subscriber gets a newsletter once, as a real mail server was given it."""

import re

import pytest
from django.conf import settings as site_settings
from django.core.management import call_command
from django.test import Client

from news.digest import sending
from news.digest.sending import CannotSendError
from news.models import Delivery
from psgsite.models import OrganisationSettings, Subscriber
from tests import factories
from tests.news.digest.outcomes import ADDRESSES, progress, recipients

pytestmark = pytest.mark.django_db


def test_every_confirmed_subscriber_gets_one_mail_of_their_own(send, server):
    digest = send()

    assert recipients(server) == ADDRESSES
    assert (digest.sent, digest.waiting, digest.unknown) == (3, 0, 0)
    mail = server.mails[0]
    assert mail["Subject"] == "Peru Support Group: news of October 2026"
    assert (mail["Cc"], mail["Bcc"]) == (None, None)
    plain, html = mail.iter_parts()
    assert plain.get_content_type() == "text/plain"
    assert html.get_content_type() == "text/html"
    for part in (plain, html):
        assert "Verdict in Puno" in part.get_content()


def test_one_press_in_the_mail_program_unsubscribes(send, server):
    site = factories.Site.objects.get()
    OrganisationSettings.objects.update_or_create(
        site=site, defaults={"email": "office@example.org"}
    )
    send()
    mail = next(mail for mail in server.mails if mail["To"] == "luz@example.org")
    link, write = re.findall(r"<([^>]+)>", mail["List-Unsubscribe"])
    path = link.removeprefix(site_settings.BASE_URL)

    # As RFC 8058 has it: no cookie, no referrer, this body.
    strict = Client(enforce_csrf_checks=True)
    response = strict.post(path, {"List-Unsubscribe": "One-Click"})

    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert write == "mailto:office@example.org?subject=unsubscribe"
    assert response.status_code == 200
    assert path in mail.get_body(("plain",)).get_content()
    assert path in mail.get_body(("html",)).get_content()
    assert {each.email for each in Subscriber.objects.confirmed()} == {
        "ana@example.org",
        "rosa@example.org",
    }
    assert progress().sent == 3


def test_it_goes_out_only_once(send, digest):
    send()

    with pytest.raises(CannotSendError, match="sent already"):
        send()


def test_without_articles_nothing_is_sent(send, month):
    for article in month[:2]:
        article.unpublish()

    with pytest.raises(CannotSendError, match="No article of that month"):
        send()

    assert not Delivery.objects.exists()


def test_without_subscribers_nothing_is_sent(send):
    Subscriber.objects.confirmed().delete()

    with pytest.raises(CannotSendError, match="Nobody has subscribed"):
        send()


def test_who_unsubscribes_meanwhile_gets_none(send, server, monkeypatch):
    deliver = sending.deliver

    def deliver_and_unsubscribe(*args):
        sent = deliver(*args)
        for gone in Subscriber.objects.with_address("rosa@example.org"):
            gone.delete()
        return sent

    monkeypatch.setattr(sending, "deliver", deliver_and_unsubscribe)

    digest = send()

    assert recipients(server) == ["ana@example.org", "luz@example.org"]
    assert (digest.sent, digest.waiting, digest.left) == (2, 0, 1)


def test_who_subscribes_afterwards_gets_the_next(send, server):
    send()
    factories.subscriber("late@example.org")

    call_command("send_digests")

    assert len(server.mails) == 3


def test_all_mails_of_a_batch_go_over_one_connection(send, server, monkeypatch):
    greetings = []
    server.before_greeting = lambda: greetings.append(1)

    send()

    assert len(greetings) == 1
    assert len(server.mails) == 3
