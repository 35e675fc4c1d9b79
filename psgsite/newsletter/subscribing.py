"""Asking for the newsletter, confirming it, and giving it up."""

from datetime import timedelta

from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone

from psgsite.newsletter.links import confirmation_link, unsubscribing_link
from psgsite.newsletter.models import Subscriber, hash_of_address
from psgsite.newsletter.sender import organisation
from psgsite.outbox.posting import post

WORDING = "Send me a summary of your news once a month. I can unsubscribe at any time."
# So that nobody can fill a stranger's letter box through us.
ANSWERS_A_DAY = 3


@transaction.atomic
def ask_to_confirm(email: str, wording: str = WORDING) -> None:
    """Write to ``email``, a valid address, with a link that confirms the subscription.

    Whoever has subscribed already is told so instead; the caller learns neither, nor
    whether that address was written to often enough today. ``wording`` is what the reader
    agreed to.
    """
    subscriber, _ = Subscriber.objects.select_for_update().get_or_create(
        address_hash=hash_of_address(email),
        defaults={"secret": Subscriber.secret_of(email), "wording": wording},
    )
    if not counts_as_answer(subscriber):
        return
    if subscriber.confirmed_at is None:
        subscriber.asked_at, subscriber.wording = timezone.now(), wording
    subscriber.save()
    name = "already" if subscriber.confirmed_at else "confirm"
    # Whoever reads of it must not learn which of both it is.
    post(mail_to(subscriber, name), about="Answer to who asked for the newsletter")


def counts_as_answer(subscriber):
    """Count one more mail; False if there were enough today."""
    if timezone.now() - subscriber.answers_since >= timedelta(days=1):
        subscriber.answers, subscriber.answers_since = 0, timezone.now()
    if subscriber.answers >= ANSWERS_A_DAY:
        return False
    subscriber.answers += 1
    return True


def mail_to(subscriber, name):
    context = {
        "organisation": organisation(),
        "confirm": confirmation_link(subscriber),
        "unsubscribe": unsubscribing_link(subscriber.token),
    }
    template = f"psgsite/newsletter/mails/{name}"
    return EmailMultiAlternatives(
        subject=render_to_string(f"{template}_subject.txt", context).strip(),
        body=render_to_string(f"{template}.txt", context),
        to=[subscriber.email],
    )


def confirm(subscriber):
    """Put them on the list; again is no harm."""
    waiting = Subscriber.objects.filter(pk=subscriber.pk, confirmed_at=None)
    waiting.update(confirmed_at=timezone.now())


def unsubscribe(token):
    """Forget whom the token is for; again is no harm."""
    if subscriber := Subscriber.objects.with_token(token):
        subscriber.delete()
