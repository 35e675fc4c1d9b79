"""Sends what waits. Two who do so at the same time share the work."""

import logging
import time
from collections import Counter
from datetime import timedelta

from django.utils import timezone
from django_tasks import task

from psgsite.outbox.delivery import SomeRefusedError, deliver
from psgsite.outbox.models import OutgoingMail
from psgsite.outbox.problems import problem_of

logger = logging.getLogger(__name__)

# How long a mail rests after each attempt, a week in all.
PAUSES = [
    *(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60)),
    *(timedelta(hours=hours) for hours in (4, 12)),
    *[timedelta(days=1)] * 6,
]


@task(backend="background")
def send(pk):
    """Try one mail, unless it was sent or taken back meanwhile, or isn't due."""
    if mail := OutgoingMail.objects.claim(pk):
        attempt(mail)


def attempt(mail):
    """Try a mail that was claimed. Return the problem, or None if it was sent."""
    if error := failure(mail):
        return put_off(mail, error)
    mail.delete()
    return None


def failure(mail):
    try:
        deliver(mail.message)
    except Exception as error:  # raised on, its text would be kept, and addresses in it
        return error
    return None


def put_off(mail, error):
    problem = problem_of(error)
    due_at = None if problem.is_final else after(mail.attempts)
    changes = {"problem": problem.text, "due_at": due_at, "claimed_until": None}
    if isinstance(error, SomeRefusedError):
        changes["message"] = mail.message | {"left": list(error.recipients)}
    # By its number, for it may have been deleted meanwhile, and must stay so.
    OutgoingMail.objects.filter(pk=mail.pk).update(**changes)
    logger.warning(
        "mail %s (%s), attempt %s: %s %s",
        mail.pk,
        mail.about,
        mail.attempts,
        problem.text,
        "It is tried again." if due_at else "It is given up.",
    )
    if due_at and send.get_backend().supports_defer:
        send.using(run_after=due_at).enqueue(mail.pk)
    return problem


def after(attempts):
    """When it is tried again after so many attempts; None once they are enough."""
    if attempts > len(PAUSES):
        return None
    return timezone.now() + PAUSES[attempts - 1]


def send_due(seconds=None):
    """Try all mails that are due, those that were due first before the others.

    Ends when the mail server is out of reach, or after so many ``seconds``. Returns how many
    were "sent" and "failed".
    """
    end = None if seconds is None else time.monotonic() + seconds
    counts: Counter[str] = Counter()
    due = OutgoingMail.objects.due().order_by("due_at", "pk")
    for pk in list(due.values_list("pk", flat=True)):
        if end is not None and time.monotonic() > end:
            break
        if mail := OutgoingMail.objects.claim(pk):
            problem = attempt(mail)
            counts["failed" if problem else "sent"] += 1
            if problem and problem.is_general:
                break
    return counts
