"""Leaves mails to the worker, which tries again until the mail server takes them."""

from email.utils import make_msgid, parseaddr
from functools import partial

from django.conf import settings
from django.core.mail import BadHeaderError, EmailMultiAlternatives
from django.db import transaction
from django.utils import timezone

from psgsite.outbox.models import OutgoingMail
from psgsite.outbox.sending import send

# What a mail can be made of again, for it is stored as JSON.
FIELDS = ["subject", "body", "from_email", "to", "cc", "bcc", "reply_to"]


def post(mail: EmailMultiAlternatives, *, about: str) -> OutgoingMail:
    """Store ``mail`` and have it sent once the transaction is committed.

    ``about`` is shown in the admin and in logs: nothing personal. Attachments aren't taken.
    Raises BadHeaderError for a line break in a header, before anything is stored.
    """
    check(mail)
    message = {name: getattr(mail, name) for name in FIELDS}
    if mail.from_email == settings.DEFAULT_FROM_EMAIL:
        # If that is what is wrong, it will be another when the mail is tried again.
        message["from_email"] = None
    message["headers"] = {"Message-ID": message_id()} | mail.extra_headers
    message["alternatives"] = [tuple(part) for part in mail.alternatives]
    now = timezone.now()
    posted = OutgoingMail.objects.create(
        about=about[:200], message=message, made_at=now, due_at=now
    )
    transaction.on_commit(partial(send.enqueue, posted.pk))
    return posted


def check(mail):
    if mail.attachments:
        raise ValueError("A mail that waits can't have attachments.")
    people = [*mail.recipients(), *mail.reply_to]
    headers = [name for pair in mail.extra_headers.items() for name in pair]
    for value in [mail.subject, mail.from_email, *people, *headers]:
        if "\n" in str(value) or "\r" in str(value):
            raise BadHeaderError("A line of a mail's head has a line break in it.")


def message_id():
    """One that stays the same each time a mail is tried, by which a copy is known."""
    _, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    return make_msgid(domain=address.rpartition("@")[2])
