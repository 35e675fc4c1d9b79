"""Mails that wait until the mail server takes them."""

from django.db import models
from django.utils import timezone

from psgsite.encryption import EncryptedJSONField


class OutgoingMail(models.Model):
    """One mail to one or more people; deleted as soon as it is sent."""

    # In plain words without anything personal, for the report: "Thanks for enquiry 12".
    about = models.CharField(max_length=200)
    # The arguments of EmailMultiAlternatives, but for the connection.
    message = EncryptedJSONField()
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    attempts = models.PositiveIntegerField(default=0)
    # When it is next tried; None once it is given up.
    due_at = models.DateTimeField(null=True, default=timezone.now)
    # What the mail server said last, without addresses.
    problem = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["made_at", "pk"]

    def __str__(self):
        return self.about
