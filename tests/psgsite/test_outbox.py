"""A mail waits until the mail server takes it: it is sent once, and never lost."""

from datetime import timedelta

import pytest
from django.core.mail import BadHeaderError
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from psgsite.outbox import sending
from psgsite.outbox.models import OutgoingMail
from psgsite.outbox.sending import PAUSES
from tests.psgsite.outbox import ANN, ROSA, posted, wait_for_next_try, work

pytestmark = pytest.mark.django_db

# Nobody answers there.
NOWHERE = 9


def test_a_mail_is_sent_by_the_worker_and_then_forgotten(mail_server):
    posted(alternatives=[("<p>Dear Rosa</p>", "text/html")])
    before = list(mail_server.mails)

    work()

    assert before == []
    [mail] = mail_server.mails
    assert [mail["To"], mail["Subject"]] == [ROSA, "Thank you"]
    kinds = [part.get_content_type() for part in mail.iter_parts()]
    assert kinds == ["text/plain", "text/html"]
    assert not OutgoingMail.objects.exists()


def test_nothing_is_lost_while_the_mail_server_is_down(mail_server, settings):
    settings.EMAIL_PORT = NOWHERE
    posted()
    work()
    waiting = OutgoingMail.objects.get()

    settings.EMAIL_PORT = mail_server.port
    work()
    too_early = list(mail_server.mails)
    wait_for_next_try()
    work()
    work()

    assert waiting.attempts == 1
    assert "couldn’t be reached: nobody answers at its port." in waiting.problem
    assert timedelta(seconds=50) < waiting.due_at - timezone.now() <= PAUSES[0]
    assert too_early == []
    assert len(mail_server.mails) == 1
    assert not OutgoingMail.objects.exists()


def test_a_mail_that_shall_come_later_is_accepted_then(mail_server):
    mail_server.will_say("450 Come later", to="RCPT", times=2)
    posted()

    for _ in range(3):
        work()
        wait_for_next_try()

    assert [mail["To"] for mail in mail_server.mails] == [ROSA]
    assert not OutgoingMail.objects.exists()


@pytest.mark.parametrize(
    ("command", "problem"),
    [("RCPT", "refused an address (550)"), ("DATA", "refused the mail (550)")],
)
def test_a_mail_that_is_refused_for_good_is_given_up_at_once(
    mail_server, command, problem
):
    mail_server.will_say("550 No such person as rosa@example.org", to=command)
    posted()
    work()

    mail = OutgoingMail.objects.get()
    assert mail.is_given_up
    assert problem in mail.problem
    assert not DBTaskResult.objects.ready().exists()


def test_a_wrong_sender_may_be_put_right(mail_server, settings):
    mail_server.will_say("550 Not from here", to="MAIL")
    settings.DEFAULT_FROM_EMAIL = "wrong@example.org"
    posted(from_email=None)
    work()

    settings.DEFAULT_FROM_EMAIL = "right@example.org"
    wait_for_next_try()
    work()

    assert mail_server.mails[0]["From"] == "right@example.org"


def test_who_was_refused_for_now_gets_it_later_and_the_others_once(mail_server):
    mail_server.will_say("450 Come later", to="RCPT", about=ROSA)
    posted(ROSA, ANN)
    work()
    left = OutgoingMail.objects.get().message["left"]
    wait_for_next_try()
    work()

    assert left == [ROSA]
    assert [mail["To"] for mail in mail_server.mails] == [f"{ROSA}, {ANN}"] * 2
    assert mail_server.mails[0]["Message-ID"] == mail_server.mails[1]["Message-ID"]
    assert not OutgoingMail.objects.exists()


def test_a_mail_is_given_up_after_a_week(mail_server, settings, monkeypatch):
    settings.EMAIL_PORT = NOWHERE
    now = start = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: now)
    mail = posted()
    while mail.due_at:
        now = mail.due_at
        work()
        mail.refresh_from_db()

    assert mail.attempts == len(PAUSES) + 1
    assert timedelta(days=6) < now - start <= timedelta(days=7)
    assert not DBTaskResult.objects.filter(status="READY").exists()


def test_a_mail_is_left_alone_while_another_worker_is_at_it(mail_server, monkeypatch):
    mail = posted()
    deliver = sending.deliver

    def deliver_while_others_try(message):
        sending.send.call(mail.pk)
        sending.send_due()
        deliver(message)

    monkeypatch.setattr(sending, "deliver", deliver_while_others_try)
    work()

    assert len(mail_server.mails) == 1


def test_a_mail_that_a_killed_worker_had_is_sent_later(mail_server, monkeypatch):
    mail = posted()
    OutgoingMail.objects.claim(mail.pk)
    work()
    at_once = sending.send_due()
    later = timezone.now() + timedelta(minutes=16)
    monkeypatch.setattr(timezone, "now", lambda: later)

    assert not at_once
    assert sending.send_due() == {"sent": 1}
    assert len(mail_server.mails) == 1


def test_a_mail_that_was_erased_meanwhile_is_not_sent(mail_server):
    posted().delete()
    work()

    assert mail_server.mails == []


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
@pytest.mark.parametrize(
    "field", ["subject", "from_email", "to", "cc", "bcc", "reply_to", "headers"]
)
def test_no_header_is_smuggled_into_a_mail(mail_server, field, end):
    bad = f"a@example.org{end}Bcc: all@example.org"
    values = {"subject": bad, "from_email": bad, "headers": {"X-Name": bad}}

    with pytest.raises(BadHeaderError):
        posted(**{field: values.get(field, [bad])})

    assert not OutgoingMail.objects.exists()
    assert not DBTaskResult.objects.exists()
