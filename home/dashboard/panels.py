"""The panels of the admin's home: what is in hand, and how the content is doing."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.urls import reverse
from wagtail.admin.ui.components import Component
from wagtail.models import Page, WorkflowState

from home.dashboard.health import LACKS, broken_links, count_lacking, unreviewed
from home.dashboard.work import (
    my_drafts,
    published,
    reviews_for,
    scheduled,
    works_on_pages,
)

SHOWN = 5


@dataclass
class Row:
    """One page in a panel; ``when`` says when it was, or will be, what ``note`` says."""

    page: Page
    note: str
    when: datetime | None = None
    actions: list = field(default_factory=list)
    links: list = field(default_factory=list)

    @property
    def address(self):
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk])


class PagesPanel(Component):
    """The first few pages of ``found(user)``, and a link to the list of all."""

    template_name = "home/dashboard/pages.html"
    name: str
    order: int
    heading: str
    icon: str
    empty: str
    all_of_them: str
    list_url_name: str

    def __init__(self, user):
        self.user = user

    def found(self) -> Any:
        raise NotImplementedError

    def row(self, page) -> Row:
        raise NotImplementedError

    def get_context_data(self, parent_context=None):
        found = self.found()
        first = list(found[: SHOWN + 1])
        has_more = len(first) > SHOWN
        rows = self.rows(first[:SHOWN])
        return {
            "panel": self,
            "rows": rows,
            "has_actions": any(row.actions for row in rows),
            "has_more": has_more,
            "count": found.count() if has_more else len(rows),
            "list_url": reverse(self.list_url_name),
        }

    def rows(self, found):
        return [self.row(page) for page in found]


class DraftsPanel(PagesPanel):
    name = "my_drafts"
    order = 210
    heading = "My drafts"
    icon = "edit"
    empty = "You have no drafts at the moment."
    all_of_them = "drafts"
    list_url_name = "my_drafts"

    def found(self):
        return my_drafts(self.user)

    def row(self, page):
        return Row(page, state_of_draft(page), page.latest_revision_created_at)


def state_of_draft(page):
    return "Published, with changes" if page.live else "Not published"


class ReviewPanel(PagesPanel):
    name = "reviews"
    order = 220
    heading = "Waiting for review"
    icon = "tasks"
    empty = "Nothing is waiting for review."
    all_of_them = "reviews"
    list_url_name = "my_reviews"

    def found(self):
        return reviews_for(self.user)

    def rows(self, found):
        pages = Page.objects.in_bulk([review.page_pk for review in found])
        known = [review for review in found if review.page_pk in pages]
        return [self.review_row(review, pages[review.page_pk]) for review in known]

    def review_row(self, review, page):
        actions, links = self.actions(review, page), list(self.links(review, page))
        return Row(page, state_of_review(review), since(review), actions, links)

    def actions(self, review, page):
        """What can be done at once, as (label, address, whether it asks for more)."""
        if not review.decides:
            return []
        task = review.current_task_state
        return [
            (
                label,
                reverse(
                    "wagtailadmin_pages:workflow_action",
                    args=[page.pk, action, task.pk],
                ),
                asks,
            )
            for action, label, asks in task.task.specific.get_actions(page, self.user)
        ]

    def links(self, review, page):
        """What helps to decide, as (label, address)."""
        task = review.current_task_state
        preview = reverse(
            "wagtailadmin_pages:workflow_preview", args=[page.pk, task.task_id]
        )
        changes = reverse(
            "wagtailadmin_pages:revisions_compare",
            args=[page.pk, "live", task.revision_id],
        )
        yield "Preview", preview
        if page.live:
            yield "Compare with the published version", changes


def state_of_review(review):
    if review.decides:
        return f"Awaiting your review, from {name_of(review.requested_by)}"
    if review.status == WorkflowState.STATUS_IN_PROGRESS:
        return "Waiting for a publisher"
    comment = review.current_task_state.comment
    return f"Sent back: {comment}" if comment else "Sent back"


def since(review):
    task = review.current_task_state
    return task.finished_at or task.started_at


def name_of(user):
    return (user.get_full_name() or user.get_username()) if user else "someone"


class ScheduledPanel(PagesPanel):
    name = "scheduled"
    order = 230
    heading = "Scheduled"
    icon = "calendar-alt"
    empty = "Nothing is scheduled."
    all_of_them = "scheduled pages"
    list_url_name = "scheduled_pages"

    def found(self):
        return scheduled(self.user)

    def row(self, page):
        return Row(page, what_is_planned(page), page.when)


def what_is_planned(page):
    if page.when != page.go_live:
        return "Will be taken off"
    return "New version will be published" if page.live else "Will be published"


class PublishedPanel(PagesPanel):
    name = "published"
    order = 240
    heading = "Published lately"
    icon = "check"
    empty = "Nothing has been published yet."
    all_of_them = "published pages"
    list_url_name = "published_pages"

    def found(self):
        return published(self.user)

    def row(self, page):
        note = "New" if page.first_published_at == page.last_published_at else "Changed"
        return Row(page, note, page.last_published_at)


class HealthPanel(Component):
    name = "content_health"
    order = 250
    template_name = "home/dashboard/health.html"

    def __init__(self, user):
        self.user = user

    def get_context_data(self, parent_context=None):
        return {"panel": self, "facts": list(self.facts())}

    def facts(self):
        """Pairs of a sentence with a number in it and the address of what was counted."""
        counts = count_lacking(self.user)
        articles = reverse("lacking_articles")
        for name, (phrase, _) in LACKS.items():
            if count := counts[f"no_{name}"]:
                subject = numbered(count, "published article")
                yield f"{subject} {phrase}", f"{articles}?lacks={name}"
        if count := broken_links(self.user).count():
            yield numbered(count, "broken link"), reverse("broken_links")
        if count := unreviewed(self.user).count():
            pages = numbered(count, "standing page")
            yield f"{pages} not looked at for a year", reverse("unreviewed_pages")


def numbered(count, thing):
    return f"{count:,} {thing}" if count == 1 else f"{count:,} {thing}s"


def replace_panels(user, panels):
    """Put these in the place of Wagtail's that say the same; locked pages stay."""
    if works_on_pages(user):
        panels[:] = [
            panel for panel in panels if getattr(panel, "name", "") not in REPLACED
        ]
        panels += [panel(user) for panel in PANELS]


REPLACED = {
    "workflow_objects_to_moderate",
    "user_objects_in_workflow_moderation",
    "recent_edits",
}
PANELS = [DraftsPanel, ReviewPanel, ScheduledPanel, PublishedPanel, HealthPanel]
