"""Tells what programs send from what people send, without asking anybody to prove it."""

import time
from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db.models import F
from django.utils import timezone

from about.joining.fields import IS_LINK
from about.joining.models import Network
from psgsite.encryption import keyed_hash

# Fields of every form, beside the questions.
TRAP = "web_page"  # people don't see it, programs fill it in
BEGAN = "began"

# Seconds that even a browser that fills in everything leaves its reader to look at it.
LEAST_SECONDS = 3

# What one network may send a day: a town's worth of people, not a program's. What is
# caught counts double.
MOST_A_DAY = 40
SENT, CAUGHT = 1, 2

# How many of the bits of an address belong to its network.
NETWORK_BITS = {4: 24, 6: 48}

DOUBT = (
    "We could not tell whether this was sent by a person, so it has not been sent yet. "
    "Look through your answers, wait a few seconds, and press the button again."
)
TOO_MUCH = (
    "A great deal was sent today from the network that you use, so this was not sent."
)

signer = Signer(salt="about.joining.began")


def begin():
    """What goes into a form as it is shown: when that was, signed."""
    return signer.sign(str(int(time.time())))


def began(data):
    """When the form that was sent had been shown, in seconds; None if that isn't ours."""
    try:
        return int(signer.unsign(data.get(BEGAN, "")))
    except (BadSignature, ValueError):
        return None


def was_caught(data, form):
    """Whether this looks like the work of a program. ``form`` has been validated."""
    shown = began(data)
    return (
        bool(data.get(TRAP))
        or shown is None
        or time.time() - shown < LEAST_SECONDS
        or any(form.has_error(name, IS_LINK) for name in form.fields)
    )


def count(request, weight):
    """Add ``weight`` to what was sent today from the network of ``request``.

    Returns whether it has sent no more than it may.
    """
    forget_networks()
    network = network_of(request)
    if network is None:
        return True
    today = timezone.localdate()
    # The day is in the key, so that no two days of a network can be told to be its.
    key = keyed_hash("about.joining.network", f"{today} {network}")
    row, _ = Network.objects.get_or_create(key=key, defaults={"day": today})
    Network.objects.filter(pk=row.pk).update(count=F("count") + weight)
    row.refresh_from_db()
    return row.count <= MOST_A_DAY


def forget_networks():
    """Delete what was counted before today; returns how many rows."""
    deleted, _ = Network.objects.filter(day__lt=timezone.localdate()).delete()
    return deleted


def network_of(request):
    """The part of the internet that a request came from; None if that can't be told."""
    address = sender_of(request)
    if address is None or address.is_loopback:
        return None
    return ip_network((address, NETWORK_BITS[address.version]), strict=False)


def sender_of(request):
    given = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY:
        # Our proxy adds the last; the visitor can have written any before it.
        given = request.headers.get("X-Forwarded-For", given).rpartition(",")[2]
    try:
        address = ip_address(given.strip())
    except ValueError:
        return None
    is_mapped = isinstance(address, IPv6Address) and address.ipv4_mapped
    return address.ipv4_mapped if is_mapped else address
