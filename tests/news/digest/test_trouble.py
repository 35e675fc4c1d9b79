"""Whatever the mail server says, nobody gets a newsletter twice and nobody waits for ever."""

import pytest
from django.core.management import call_command

from tests import factories
from tests.news.digest.outcomes import ADDRESSES, later, progress, recipients

pytestmark = pytest.mark.django_db


def test_a_refused_address_keeps_it_from_nobody_else(send, server):
    factories.subscriber("refused@example.org")

    digest = send()

    assert (digest.sent, digest.refused, digest.waiting) == (3, 1, 0)
    assert digest.problem == ""


def test_who_can_t_be_reached_now_is_tried_later(send, server, monkeypatch):
    server.answers["RCPT TO:<LUZ@"] = "450 Mailbox busy"
    first = send()
    del server.answers["RCPT TO:<LUZ@"]
    call_command("send_digests")
    at_once = len(server.mails)
    later(monkeypatch, minutes=6)

    call_command("send_digests")

    assert (first.sent, first.waiting) == (2, 1)
    assert at_once == 2
    assert (progress().sent, progress().waiting) == (3, 0)


def test_who_can_never_be_reached_counts_as_refused_at_last(send, server, monkeypatch):
    server.answers["RCPT TO:<LUZ@"] = "450 Mailbox busy"
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
    assert recipients(server) == ADDRESSES
    assert progress().problem == ""


def test_a_server_that_is_down_gets_all_later(send, settings, server, monkeypatch):
    settings.EMAIL_PORT = 9
    before = send()
    settings.EMAIL_PORT = server.port
    later(monkeypatch, minutes=6)

    call_command("send_digests")

    assert (before.sent, before.waiting) == (0, 3)
    assert before.problem == (
        "The mail server couldn’t be reached: nobody answers at its port."
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
