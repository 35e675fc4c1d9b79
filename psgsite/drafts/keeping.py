"""How long versions of pages and links to drafts are kept."""

from django.db.models import Q
from wagtail.models import Page, PageLogEntry, Revision, TaskState

from psgsite.drafts.models import DraftLink


def unneeded_revisions(*, before):
    """Versions saved before then that were only a step on the way.

    Not among them: the latest of each page, and what was ever published, scheduled or
    submitted for review.
    """
    current = Page.objects.values_list("latest_revision", "live_revision")
    kept = {pk for pair in current for pk in pair if pk}
    published = PageLogEntry.objects.filter(
        action__startswith="wagtail.publish", revision__isnull=False
    )
    submitted = TaskState.objects.filter(revision__isnull=False)
    old = Revision.page_revisions.filter(
        created_at__lt=before, approved_go_live_at__isnull=True
    )
    old = old.exclude(
        Q(pk__in=published.values("revision")) | Q(pk__in=submitted.values("revision"))
    )
    return [pk for pk in old.values_list("pk", flat=True) if pk not in kept]


def forget(*, before):
    """Delete both, and say how many of each."""
    unneeded = unneeded_revisions(before=before)
    for pk in unneeded:
        # One by one, for each hands its comments on to the next.
        Revision.objects.get(pk=pk).delete()
    _, links = DraftLink.objects.ended(before=before).delete()
    return {"versions": len(unneeded), "links": links.get("psgsite.DraftLink", 0)}
