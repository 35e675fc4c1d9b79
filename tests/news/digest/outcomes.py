"""What has become of a newsletter, and the time at which one looks."""

from datetime import timedelta

from django.utils import timezone

from news.models import Digest

NAMES = ["ana", "luz", "rosa"]
ADDRESSES = [f"{name}@example.org" for name in NAMES]


def progress():
    return Digest.objects.with_progress().get()


def recipients(server):
    return sorted(mail["To"] for mail in server.mails)


def later(monkeypatch, **much):
    now = timezone.now() + timedelta(**much)
    monkeypatch.setattr(timezone, "now", lambda: now)
