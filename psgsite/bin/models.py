"""What is kept of a deleted page until nobody can want it back any more."""

from datetime import timedelta
from math import ceil
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.text import capfirst
from wagtail.models import Page
from wagtail.permissions import policy_registry


def oldest_kept():
    """Before this moment, what was deleted is out of reach, even if it is still there."""
    return timezone.now() - timedelta(days=settings.BIN_KEPT_DAYS)


class BinnedPageQuerySet(models.QuerySet):
    def kept(self):
        return self.filter(deleted_at__gte=oldest_kept())

    def uppermost(self):
        """Those that went by themselves, and not only with the page above them."""
        above = BinnedPage.objects.filter(
            deletion=OuterRef("deletion"), page_id=OuterRef("parent_id")
        )
        return self.exclude(Exists(above))

    def restorable_by(self, user):
        """Those whose place is one where ``user`` may add pages.

        If the page above is gone too, only whoever may add pages anywhere sees what was
        below it.
        """
        addable = policy_registry.get_by_type(Page).instances_user_has_permission_for(
            user, "add"
        )
        visible = Q(parent_id__in=addable.values("pk"))
        if addable.filter(depth=1).exists():
            visible |= ~Q(parent_id__in=Page.objects.values("pk"))
        return self.filter(visible)


class BinnedPage(models.Model):
    """One page that was deleted. Those deleted with it have the same ``deletion``."""

    deletion = models.UUIDField()
    page_id = models.PositiveBigIntegerField(db_index=True)
    parent_id = models.PositiveBigIntegerField(db_index=True)
    path = models.CharField(max_length=255)  # in the tree, as it was then
    content_type = models.ForeignKey(
        ContentType, on_delete=models.CASCADE, related_name="+", verbose_name="kind"
    )
    title = models.CharField(max_length=255)
    place = models.CharField(max_length=255)  # the title of the page above
    address = models.TextField()
    was_live = models.BooleanField()
    deleted_at = models.DateTimeField(default=timezone.now, db_index=True)
    deleted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    # Made and read by keeping.py and restoring.py alone.
    kept = models.JSONField(encoder=DjangoJSONEncoder)

    # What lies in the bin uses nothing.
    wagtail_reference_index_ignore = True

    # Made as the program runs, so type checkers can't know what it has.
    objects: Any = models.Manager.from_queryset(BinnedPageQuerySet)()

    class Meta:
        verbose_name = "deleted page"

    def __str__(self):
        return self.title

    @property
    def page_class(self):
        """The page's model; None if the site has no such pages any more."""
        return self.content_type.model_class()

    @property
    def kind(self):
        model = self.page_class
        return capfirst(model.get_verbose_name() if model else self.content_type.name)

    @property
    def days_left(self):
        age = timezone.now() - self.deleted_at
        return max(0, ceil(settings.BIN_KEPT_DAYS - age / timedelta(days=1)))

    @property
    def below(self):
        """The rows of pages that went with this one, those above others first."""
        others = BinnedPage.objects.filter(deletion=self.deletion)
        return (
            others.filter(path__startswith=self.path)
            .exclude(pk=self.pk)
            .order_by("path")
        )
