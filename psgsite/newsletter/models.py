"""Who gets the newsletter, kept so that a copy of the database names nobody."""

from datetime import timedelta
from hashlib import sha256
from secrets import token_urlsafe
from typing import Any

from django.db import models
from django.utils import timezone

from psgsite.encryption import EncryptedJSONField, keyed_hash
from psgsite.personal_data.holdings import normalised, same_address

# An address that nobody confirms is forgotten, and its link ends.
CONFIRMED_WITHIN = timedelta(days=7)


def hash_of_address(email: str) -> str:
    return keyed_hash("psgsite.newsletter", normalised(email))


def hash_of_token(token: str) -> str:
    # Without a key, so that links in old mails outlive a new SECRET_KEY. 256 bits of
    # chance can't be guessed from it.
    return sha256(token.encode()).hexdigest()


class SubscriberQuerySet(models.QuerySet):
    def confirmed(self):
        return self.filter(confirmed_at__isnull=False)

    def forgettable(self, *, before):
        """Those who were asked before then and didn't confirm."""
        return self.filter(confirmed_at=None, asked_at__lt=before)

    def with_token(self, token):
        """Whom the link is for, or None: whoever unsubscribed is kept nowhere."""
        return self.filter(token_hash=hash_of_token(token)).first()

    def with_address(self, email):
        """All with this address, found even after SECRET_KEY was changed."""
        return [each for each in self.iterator() if same_address(each.email, email)]


# Made as the program runs, so type checkers can't know what it has.
SubscriberManager: Any = models.Manager.from_queryset(SubscriberQuerySet)


class Subscriber(models.Model):
    """Someone who asked for the newsletter; deleted as soon as they don't want it."""

    # ``{"email": "...", "token": "..."}``; the token opens the page for unsubscribing.
    secret = EncryptedJSONField()
    address_hash = models.CharField(max_length=64, unique=True)
    token_hash = models.CharField(max_length=64, unique=True)
    asked_at = models.DateTimeField(default=timezone.now)
    confirmed_at = models.DateTimeField(null=True)
    # What they agreed to, in the words that they saw.
    wording = models.TextField()
    # How often they were written to because somebody asked, and since when that counts.
    answers = models.PositiveSmallIntegerField(default=0)
    answers_since = models.DateTimeField(default=timezone.now)

    objects = SubscriberManager()

    # Where Wagtail says what uses what, this says nothing.
    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        # Never anything personal: logs have it.
        return f"Subscriber {self.pk}"

    def save(self, *args, **kwargs):
        """Anew after a new key: what is stored is then encrypted and hashed with it."""
        self.address_hash = hash_of_address(self.email)
        self.token_hash = hash_of_token(self.token)
        super().save(*args, **kwargs)

    @classmethod
    def secret_of(cls, email):
        return {"email": email.strip(), "token": token_urlsafe(32)}

    @property
    def email(self):
        return self.secret["email"]

    @property
    def token(self):
        return self.secret["token"]
