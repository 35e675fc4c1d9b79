"""Each subscriber gets a newsletter once, as a real mail server was given it."""

import re
from datetime import timedelta

import pytest
from django.conf import settings as site_settings
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from news.digest import sending
from news.digest.sending import CannotSendError, send_to_all
from news.models import Delivery, Digest
from psgsite.models import OrganisationSettings, Subscriber
from tests import factories

pytestmark = pytest.mark.django_db

NAMES = ["ana", "luz", "rosa"]


@pytest.fixture
def subscribers(home):
    factories.subscriber("unconfirmed@example.org", confirmed_at=None)
    return [factories.subscriber(f"{name}@example.org") for name in NAMES]


@pytest.fixture
def send(digest, subscribers, server, django_capture_on_commit_callbacks):
    """Send to all, and do at once what the worker would; give the digest's progress."""

    def begin():
        with django_capture_on_commit_callbacks(execute=True):
            send_to_all(digest, None)
        return progress()

    return begin


def progress():
    return Digest.objects.with_progress().get()


def recipients(server):
    return sorted(mail["To"] for mail in server.mails)


def later(monkeypatch, **much):
    now = timezone.now() + timedelta(**much)
    monkeypatch.setattr(timezone, "now", lambda: now)


def test_every_confirmed_subscriber_gets_one_mail_of_their_own(send, server):
    digest = send()

    assert recipients(server) == [f"{name}@example.org" for name in NAMES]
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


def test_a_refused_address_keeps_it_from_nobody_else(send, server):
    factories.subscriber("refused@example.org")

    digest = send()

    assert (digest.sent, digest.refused, digest.waiting) == (3, 1, 0)
    assert digest.problem == ""


def test_who_can_t_be_reached_now_is_tried_later(send, server, monkeypatch):
    server.answers["RCPT TO:<luz@"] = "450 Mailbox busy"
    first = send()
    del server.answers["RCPT TO:<luz@"]
    call_command("send_digests")
    at_once = len(server.mails)
    later(monkeypatch, minutes=6)

    call_command("send_digests")

    assert (first.sent, first.waiting) == (2, 1)
    assert at_once == 2
    assert (progress().sent, progress().waiting) == (3, 0)


def test_who_can_never_be_reached_counts_as_refused_at_last(send, server, monkeypatch):
    server.answers["RCPT TO:<luz@"] = "450 Mailbox busy"
    send()
    for _ in range(5):
        later(monkeypatch, hours=5)
        call_command("send_digests")

    assert (progress().sent, progress().refused, progress().waiting) == (2, 1, 0)


@pytest.mark.parametrize("command", ["MAIL", "EHLO"])
def test_a_server_that_takes_no_mail_now_gets_all_later(
    send, server, monkeypatch, command
):
    server.answers = {command: "451 luz@example.org, come back later", "HELO": "500 No"}
    before = send()
    was_paused = before.is_paused
    server.answers = {}
    later(monkeypatch, minutes=6)

    call_command("send_digests")

    assert (before.sent, before.waiting, before.unknown) == (0, 3, 0)
    assert was_paused
    assert "@" not in before.problem
    assert recipients(server) == [f"{name}@example.org" for name in NAMES]
    assert progress().problem == ""


def test_a_server_that_is_down_gets_all_later(send, settings, server, monkeypatch):
    settings.EMAIL_PORT = 9
    before = send()
    settings.EMAIL_PORT = server.port
    later(monkeypatch, minutes=6)

    call_command("send_digests")

    assert (before.sent, before.waiting) == (0, 3)
    assert before.problem == (
        "The mail server can’t be reached (ConnectionRefusedError)."
    )
    assert progress().sent == 3


def test_what_may_have_been_sent_is_shown_and_not_sent_again(
    send, server, monkeypatch, capsys
):
    take = server.receive
    server.receive = lambda mail: take(mail) and None
    first = send()
    server.receive = take
    later(monkeypatch, minutes=11)

    call_command("send_digests")

    assert (first.at_work, first.waiting) == (1, 2)
    assert len(server.mails) == len(set(recipients(server))) == 3
    assert (progress().sent, progress().unknown) == (2, 1)
    assert "2 sent now, 0 waiting, 0 refused, 1 not known" in capsys.readouterr().out


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


def test_articles_taken_back_meanwhile_stop_it(send, server, month, monkeypatch):
    server.answers = {"MAIL": "451 Later"}
    send()
    server.answers = {}
    for article in month[:2]:
        article.unpublish()
    later(monkeypatch, minutes=6)

    call_command("send_digests")

    assert not server.mails
    assert "No article of that month" in progress().problem


def test_all_mails_of_a_batch_go_over_one_connection(send, server, monkeypatch):
    greetings = []
    answer_to = server.answer_to

    def count(line):
        if line.startswith("ehlo"):
            greetings.append(line)
        return answer_to(line)

    server.answer_to = count

    send()

    assert len(greetings) == 1
    assert len(server.mails) == 3
