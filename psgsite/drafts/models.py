"""Secret links that show a draft to people without an account."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db import models
from django.db.models import F, Q
from django.dispatch import receiver
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail.signals import page_unpublished

# A key alone, as it stands in the database and in its backups, opens nothing.
signer = Signer(sep=".", salt="psgsite.drafts")


class DraftLinkQuerySet(models.QuerySet):
    def with_token(self, token):
        """The link whose address has ``token``, or None; forged tokens aren't looked up."""
        try:
            key = signer.unsign(token)
        except BadSignature:
            return None
        return self.select_related("page").filter(key=key).first()

    def ended(self, *, before):
        """Those that nobody could use any more at that time."""
        published = Q(page__last_published_at__gt=F("made_at"))
        return self.filter(
            Q(expires_at__lt=before)
            | Q(revoked_at__lt=before)
            | published & Q(page__last_published_at__lt=before)
        )


# Made as the program runs, so type checkers can't know what it has.
DraftLinkManager: Any = models.Manager.from_queryset(DraftLinkQuerySet)


class DraftLink(models.Model):
    """Shows the latest draft of a page, with changes made since, until it is published."""

    page = models.ForeignKey(
        Page, on_delete=models.CASCADE, related_name="draft_links", editable=False
    )
    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        editable=False,
    )
    expires_at = models.DateTimeField(editable=False)
    revoked_at = models.DateTimeField(null=True, editable=False)
    # Nothing is kept of who did; programs that look at links count too.
    opened_at = models.DateTimeField(null=True, editable=False)

    objects = DraftLinkManager()

    # Editors who ask where a page is used don't mean this.
    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-made_at", "-pk"]

    def __str__(self):
        return f"Link to a draft of “{self.page}”"

    @classmethod
    def make(cls, page, user, *, days):
        now = timezone.now()
        expires_at = now + timedelta(days=days)
        return cls.objects.create(
            page=page, made_by=user, made_at=now, expires_at=expires_at
        )

    @property
    def path(self):
        return reverse("draft", args=[signer.sign(self.key.hex)])

    @property
    def was_published(self):
        """Whether the draft that this link was made for has become public."""
        published_at = self.page.last_published_at
        return published_at is not None and published_at > self.made_at

    @property
    def ending(self):
        """Why the link shows nothing any more, in a word or two; "" as long as it does."""
        if self.revoked_at:
            return "revoked"
        if self.expires_at <= timezone.now():
            return "expired"
        return "the draft was published" if self.was_published else ""

    def revoke(self):
        self.revoked_at = timezone.now()
        self.save(update_fields=["revoked_at"])


@receiver(page_unpublished)
def revoke_links_to_what_was_taken_back(instance, **kwargs):
    """What readers may no longer see, others shall not see either."""
    links = DraftLink.objects.filter(page_id=instance.pk, revoked_at=None)
    links.update(revoked_at=timezone.now())
