"""Publishes and expires what is due. Can run late, twice, or beside itself.

Each page has a transaction of its own, in which its row is locked and asked once more
whether it is due. So two runs share the work, one that ends early has lost nothing, and
no lock is left behind. SQLite locks the whole database for as long as one page takes.
"""

import logging
from dataclasses import dataclass, field
from functools import partial

from django.apps import apps
from django.db import OperationalError, transaction
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision

from psgsite.schedule.models import PublishingRun

logger = logging.getLogger(__name__)


@dataclass
class Report:
    """What a run did, as lines to print, and the names of what it could not do."""

    done: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


def publish_due():
    """Do all that is due, note that it was done, and report it."""
    report = Report()
    # What goes live first: Wagtail takes all of a page that expires off the schedule.
    for find in (due_revisions, due_to_expire):
        for name, act in list(find()):
            try:
                line = attempt(act)
            except Exception:  # one page must not keep the others from their time
                logger.exception("%s is due, and failed", name)
                report.failed.append(name)
            else:
                if line:
                    report.done.append(f"{name} {line}")
    PublishingRun.note(failed=len(report.failed))
    return report


def attempt(act):
    """Do it, and once more if the database gave way to somebody who saves meanwhile."""
    try:
        return act()
    except OperationalError:
        return act()


def due_revisions():
    due = Revision.objects.filter(approved_go_live_at__lte=timezone.now())
    for revision in due.order_by("approved_go_live_at", "pk").defer("content"):
        name = f"“{revision.object_str}” ({revision.object_id})"
        yield name, partial(publish, revision)


def due_to_expire():
    for model in models_with_drafts():
        due = model.objects.filter(live=True, expire_at__lte=timezone.now())
        for pk, name in [(each.pk, str(each)) for each in due.order_by("expire_at")]:
            yield f"“{name}” ({pk})", partial(expire, model, pk)


def models_with_drafts():
    yield Page
    for model in apps.get_models():
        if issubclass(model, DraftStateMixin) and not issubclass(model, Page):
            yield model


@transaction.atomic
def publish(revision):
    """Publish a revision that is still due; its expiry may have passed as well."""
    model = revision.base_content_type.model_class()
    still_due = Revision.objects.filter(
        pk=revision.pk, approved_go_live_at__lte=timezone.now()
    )
    if model is None or not model.objects.filter(pk=revision.object_id).exists():
        still_due.update(approved_go_live_at=None)
        return "is no more: taken off the schedule"
    if not lock(model, revision.object_id):
        return "is left to another run, which is at it"
    if not (whole := still_due.first()):
        return None
    whole.publish(log_action="wagtail.publish.scheduled")
    # Late, its end may have come too: then readers never see it.
    expired = expire(model, revision.object_id)
    return "published" if expired is None else "published and expired"


@transaction.atomic
def expire(model, pk):
    if not lock(model, pk):
        return "is left to another run, which is at it"
    due = model.objects.filter(pk=pk, live=True, expire_at__lte=timezone.now())
    if not (found := due.first()):
        return None
    found.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    return "expired"


def lock(model, pk):
    """Keep other runs from a row until the transaction ends; False if one has it."""
    rows = model.objects.select_for_update(skip_locked=True).filter(pk=pk)
    return bool(rows.values_list("pk"))
