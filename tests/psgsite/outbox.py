"""What tests of mails that wait share: a mail, a worker, and the time that passes."""

from django.core.mail import EmailMultiAlternatives
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from psgsite.outbox.models import OutgoingMail
from psgsite.outbox.posting import post
from psgsite.outbox.sending import send

ROSA, ANN = "rosa@example.org", "ann@example.org"


def written(*to, subject="Thank you", **fields):
    fields = {"from_email": "office@example.org", "to": to or [ROSA]} | fields
    return EmailMultiAlternatives(subject, "Dear Rosa Quispe", **fields)


def posted(*to, **fields):
    return post(written(*to, **fields), about="Thanks for enquiry 12")


def work():
    """Do each task that waits and whose time has come, as the worker does."""
    for result in DBTaskResult.objects.ready():
        result.claim("a worker")
        send.call(*result.args_kwargs["args"])
        result.set_successful(None)


def wait_for_next_try():
    """Let the time pass until all that is tried again is due."""
    OutgoingMail.objects.filter(due_at__isnull=False).update(due_at=timezone.now())
    DBTaskResult.objects.filter(status="READY").update(run_after=timezone.now())
