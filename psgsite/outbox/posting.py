"""Leaves mails to the worker, which tries again until the mail server takes them."""

from functools import partial

from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django_tasks import task

from psgsite.outbox.models import OutgoingMail

# What a mail can be made of again, for it is stored as JSON.
FIELDS = ["subject", "body", "from_email", "to", "cc", "bcc", "reply_to"]


def post(mail: EmailMultiAlternatives, *, about: str) -> OutgoingMail:
    """Store ``mail`` and have it sent once the transaction is committed.

    ``about`` is shown in the admin and in logs: nothing personal. Attachments aren't taken.
    Raises BadHeaderError for a line break in a header, before anything is stored.
    """
    mail.message()  # finds line breaks in headers
    message = {name: getattr(mail, name) for name in FIELDS}
    message["headers"] = mail.extra_headers
    message["alternatives"] = [tuple(part) for part in mail.alternatives]
    posted = OutgoingMail.objects.create(about=about, message=message)
    transaction.on_commit(partial(send.enqueue, posted.pk))
    return posted


@task(backend="background")
def send(pk):
    """Send one mail, unless it has been sent or taken back meanwhile."""
    for posted in OutgoingMail.objects.filter(pk=pk):
        EmailMultiAlternatives(**posted.message).send()
        posted.delete()
