"""The newsletter of one month, and how far it has got."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.formats import date_format

# The mail server answers within seconds or not at all: what takes longer was cut off.
AT_WORK_FOR = timedelta(minutes=10)


class DigestQuerySet(models.QuerySet):
    def with_progress(self):
        """Add how many mails are ``sent``, ``waiting``, ``refused``, and so on."""
        lately = timezone.now() - AT_WORK_FOR
        claimed = Q(deliveries__state=Delivery.State.CLAIMED)
        waiting = Q(deliveries__state=Delivery.State.WAITING)
        nobody = Q(deliveries__subscriber=None)
        return self.annotate(
            sent=count(Q(deliveries__state=Delivery.State.SENT)),
            waiting=count(waiting & ~nobody),
            left=count(waiting & nobody),
            refused=count(Q(deliveries__state=Delivery.State.REFUSED)),
            at_work=count(claimed & Q(deliveries__claimed_at__gt=lately)),
            unknown=count(claimed & Q(deliveries__claimed_at__lte=lately)),
        )

    def unfinished(self):
        """Those of which mails wait."""
        waiting = Delivery.objects.waiting()
        return self.filter(pk__in=waiting.values("digest"))


def count(condition):
    return Count("deliveries", filter=condition)


# Made as the program runs, so type checkers can't know what it has.
DigestManager: Any = models.Manager.from_queryset(DigestQuerySet)


class Digest(models.Model):
    """What the newsletter of one month says, beside the articles of that month."""

    month = models.DateField(unique=True, editable=False)  # its first day
    subject = models.CharField(max_length=150)
    introduction = models.TextField(
        max_length=3000,
        blank=True,
        help_text="Plain text above the articles; an empty line begins a new paragraph.",
    )
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    # When somebody let it be sent to all, and who.
    sent_at = models.DateTimeField(null=True, editable=False)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        editable=False,
    )
    # When the mail server is next tried, and what it said last, without addresses.
    due_at = models.DateTimeField(null=True, editable=False)
    problem = models.CharField(max_length=300, blank=True, editable=False)
    failures = models.PositiveIntegerField(default=0, editable=False)

    # What ``with_progress()`` adds.
    sent: int
    waiting: int
    left: int
    refused: int
    at_work: int
    unknown: int

    objects = DigestManager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "newsletter"
        ordering = ["-month"]
        default_permissions = ()
        permissions = [("send_digest", "Can make and send newsletters")]

    def __str__(self):
        return f"Newsletter of {date_format(self.month, 'F Y')}"

    @property
    def state(self):
        """How far it has got, in words, of one that came ``with_progress()``."""
        if not self.sent_at:
            return "Not sent"
        if pending := self.waiting + self.at_work:
            words = [f"Being sent: {self.sent} sent", f"{pending} waiting"]
        else:
            day = date_format(timezone.localtime(self.sent_at), "j F Y")
            words = [f"Sent to {self.sent} on {day}"]
        words += [f"{self.refused} refused"] if self.refused else []
        words += [f"{self.unknown} not known"] if self.unknown else []
        return ", ".join(words)

    @property
    def is_paused(self):
        return self.due_at is not None and self.due_at > timezone.now()


class DeliveryQuerySet(models.QuerySet):
    def waiting(self):
        """Those not tried yet, or to be tried again, to people who are still subscribed."""
        return self.filter(
            state=Delivery.State.WAITING, subscriber__confirmed_at__isnull=False
        )

    def due(self):
        return self.waiting().filter(due_at__lte=timezone.now())


DeliveryManager: Any = models.Manager.from_queryset(DeliveryQuerySet)


class Delivery(models.Model):
    """One mail to one subscriber: what keeps anyone from getting it twice."""

    class State(models.TextChoices):
        WAITING = "waiting"
        # Before the mail server is called. What stays so may have been sent or not.
        CLAIMED = "claimed"
        SENT = "sent"
        REFUSED = "refused"

    digest = models.ForeignKey(
        Digest, on_delete=models.CASCADE, related_name="deliveries"
    )
    # Nobody any more once they have unsubscribed; the count stays.
    subscriber = models.ForeignKey(
        "psgsite.Subscriber", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    state = models.CharField(
        max_length=10, choices=State.choices, default=State.WAITING
    )
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(default=timezone.now)
    claimed_at = models.DateTimeField(null=True)

    objects = DeliveryManager()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["due_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["digest", "subscriber"], name="news_one_delivery_each"
            )
        ]
        indexes = [models.Index(fields=["digest", "state", "due_at"])]

    def __str__(self):
        return f"Delivery {self.pk}"

    def claim(self):
        """Whether this process, and no other, may send it now."""
        now = timezone.now()
        # Fields of this table alone: PostgreSQL looks at no others again once it has
        # waited for another process at the same row.
        mine = Delivery.objects.filter(
            pk=self.pk,
            state=self.State.WAITING,
            due_at__lte=now,
            subscriber__isnull=False,
        )
        return bool(mine.update(state=self.State.CLAIMED, claimed_at=now))

    def end(self, state):
        """What became of it. Only who has claimed it says so."""
        Delivery.objects.filter(pk=self.pk).update(state=state)

    def release(self, pause):
        """Let it be tried again, by whoever comes first."""
        Delivery.objects.filter(pk=self.pk).update(
            state=self.State.WAITING,
            attempts=self.attempts + 1,
            due_at=timezone.now() + pause,
        )
