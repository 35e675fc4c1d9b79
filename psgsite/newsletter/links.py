"""The two links that mails to subscribers have. Neither says whose it is."""

from django.conf import settings
from django.core.signing import BadSignature, TimestampSigner
from django.urls import reverse

from psgsite.newsletter.models import CONFIRMED_WITHIN, Subscriber

signer = TimestampSigner(sep=".", salt="psgsite.newsletter.confirm")


def confirmation_link(subscriber):
    """Opens a page with a button, for seven days."""
    token = signer.sign(subscriber.token)
    return settings.BASE_URL + reverse("confirm_newsletter", args=[token])


def to_be_confirmed(token):
    """Whom the token of such a link is for; None if it is forged, too old or forgotten."""
    try:
        key = signer.unsign(token, max_age=CONFIRMED_WITHIN)
    except BadSignature:
        return None
    return Subscriber.objects.with_token(key)


def unsubscribing_link(token):
    """Takes the subscriber with that token off the list, whenever it is used."""
    return settings.BASE_URL + reverse("unsubscribe", args=[token])


def unsubscribing_headers(token, organisation):
    """What lets mail programs show a button of their own (RFC 2369 and RFC 8058)."""
    ways = [f"<{unsubscribing_link(token)}>"]
    if organisation.email:
        ways.append(f"<mailto:{organisation.email}?subject=unsubscribe>")
    return {
        "List-Unsubscribe": ", ".join(ways),
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
