"""When the job that publishes on schedule last ran."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone


class PublishingRun(models.Model):
    """The last run of ``publish_scheduled`` that came to its end: one row, or none yet."""

    ended_at = models.DateTimeField()
    # How many pages it could not publish or expire.
    failed = models.PositiveIntegerField(default=0)

    def __str__(self):
        return f"{self.ended_at:%Y-%m-%d %H:%M:%S} UTC, {self.failed} failed"

    @classmethod
    def note(cls, *, failed):
        values = {"ended_at": timezone.now(), "failed": failed}
        cls.objects.update_or_create(pk=1, defaults=values)

    @classmethod
    def last(cls):
        return cls.objects.filter(pk=1).first()

    @property
    def is_late(self):
        allowed = timedelta(seconds=settings.PUBLISHING_LATE_AFTER)
        return timezone.now() - self.ended_at > allowed
