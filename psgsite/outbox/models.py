"""Mails that wait until the mail server takes them."""

from datetime import timedelta
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from psgsite.encryption import EncryptedJSONField

# Longer than a mail takes that is on its way to a slow mail server.
CLAIM = timedelta(minutes=15)
# A worker looks every second, so one that is due for longer is left by all.
LEFT_AFTER = timedelta(minutes=15)
# The mail server may be away for a moment; after that, somebody should know.
MANY_ATTEMPTS = 3


class OutgoingMailQuerySet(models.QuerySet):
    def due(self):
        """Those to be tried now, which nobody else is at."""
        now = timezone.now()
        free = Q(claimed_until=None) | Q(claimed_until__lte=now)
        return self.filter(free, due_at__lte=now)

    def claim(self, pk):
        """Return the mail if it is due, and keep all others from it; or else None.

        One statement asks and claims, so that of two workers the second gets nothing. No
        lock is held while a mail server is waited for, which on SQLite would keep everybody
        from saving. A claim ends by itself if whoever made it is killed.
        """
        claimed = self.due().filter(pk=pk)
        until = timezone.now() + CLAIM
        if claimed.update(claimed_until=until, attempts=F("attempts") + 1):
            return self.without_text().filter(pk=pk).first()
        return None

    def given_up(self):
        return self.filter(due_at=None)

    def failing(self):
        """Those that are tried again, after several attempts."""
        return self.filter(due_at__isnull=False, attempts__gte=MANY_ATTEMPTS)

    def left(self):
        """Those that should have been tried long ago."""
        return self.due().filter(due_at__lt=timezone.now() - LEFT_AFTER)

    def without_text(self):
        """Leave out what is personal, which needs a key to be read."""
        return self.defer("message")


class OutgoingMail(models.Model):
    """One mail to one or more people; deleted as soon as it is sent."""

    # In plain words without anything personal, for the report: "Thanks for enquiry 12".
    about = models.CharField(max_length=200)
    # The arguments of EmailMultiAlternatives, but for the connection; and as "left" those
    # who haven't got it, once others have.
    message = EncryptedJSONField()
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    # How often somebody began to send it.
    attempts = models.PositiveIntegerField(default=0)
    # When it is next tried; None once it is given up.
    due_at = models.DateTimeField(null=True, default=timezone.now)
    # Until when it belongs to the one who is at it.
    claimed_until = models.DateTimeField(null=True, editable=False)
    # What the mail server said last, without addresses.
    problem = models.CharField(max_length=300, blank=True)

    # Made as the program runs, so type checkers can't know what it has.
    objects: Any = models.Manager.from_queryset(OutgoingMailQuerySet)()

    class Meta:
        ordering = ["made_at", "pk"]
        default_permissions = ["view", "delete"]
        verbose_name = "mail that waits"
        verbose_name_plural = "mails that wait"

    def __str__(self):
        return self.about

    @property
    def is_given_up(self):
        return self.due_at is None

    @property
    def is_on_its_way(self):
        return bool(self.claimed_until) and self.claimed_until > timezone.now()

    def make_due(self):
        """Make it due now; one that was given up begins anew."""
        attempts = 0 if self.is_given_up else self.attempts
        OutgoingMail.objects.filter(pk=self.pk).update(
            due_at=timezone.now(), attempts=attempts
        )
