"""The command that sends what the worker left, or cannot do before its time."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from psgsite.outbox import sending
from psgsite.outbox.models import OutgoingMail
from tests.psgsite.outbox import posted

pytestmark = pytest.mark.django_db


def report(*options):
    output = StringIO()
    call_command("send_waiting_mails", *options, stdout=output)
    return output.getvalue().strip()


def test_the_command_sends_what_the_worker_left(mail_server):
    posted()
    DBTaskResult.objects.all().delete()

    assert report() == "1 sent, 0 failed, 0 still wait"
    assert report() == "0 sent, 0 failed, 0 still wait"
    assert len(mail_server.mails) == 1


def test_the_command_does_not_try_all_at_a_server_that_is_away(mail_server, settings):
    posted()
    posted()
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 9

    away = report()
    settings.EMAIL_PORT = port

    assert away == "0 sent, 1 failed, 2 still wait"
    assert report() == "1 sent, 0 failed, 1 still wait"
    assert report("--all") == "1 sent, 0 failed, 0 still wait"


def test_the_command_tries_the_others_when_one_is_refused(mail_server):
    posted("refused@example.org")
    posted()

    assert report() == "1 sent, 1 failed, 1 still wait"


def test_the_command_begins_no_mail_when_its_time_is_over(mail_server, monkeypatch):
    posted()
    posted()
    times = iter([0, 1, 31, 32])
    monkeypatch.setattr(sending.time, "monotonic", lambda: next(times))

    assert report("--for=30") == "1 sent, 0 failed, 1 still wait"


def test_on_demand_what_was_given_up_is_tried_anew(mail_server):
    mail = posted()
    OutgoingMail.objects.update(due_at=None, attempts=13)

    mail.refresh_from_db()
    mail.make_due()

    mail.refresh_from_db()
    assert mail.due_at <= timezone.now()
    assert mail.attempts == 0


def test_what_was_given_up_long_ago_is_forgotten_and_nothing_else(mail_server):
    _, young, tried = posted(), posted(), posted()
    long_ago = timezone.now() - timedelta(days=91)
    OutgoingMail.objects.exclude(pk=young.pk).update(made_at=long_ago)
    OutgoingMail.objects.exclude(pk=tried.pk).update(due_at=None)

    call_command("forget_mails")

    assert set(OutgoingMail.objects.all()) == {young, tried}
