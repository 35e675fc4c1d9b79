"""What happens to pages between two moments, as the entries of a calendar.

Each function asks for all in a fixed number of queries. ``pages`` are those that may be
shown; ``start`` is the first moment and ``end`` the one after the last.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.contrib.contenttypes.models import ContentType
from django.db.models import F
from django.db.models.fields.json import KeyTextTransform
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from wagtail.models import Page, Revision, WorkflowState

# The job runs every minute, and may take one.
OVERDUE_AFTER = timedelta(minutes=2)

# What is under review, as it was submitted.
SUBMITTED = "current_task_state__revision__content"


@dataclass
class Entry:
    """One thing that happens to a page."""

    page: Page
    at: datetime
    state: str
    title: str = ""
    is_ahead: bool = False
    user_id: int | None = None
    # When it shall go live, of something that waits for review.
    wish: datetime | None = None

    # Known only when all entries are.
    who: object = None
    may_edit: bool = False

    def __post_init__(self):
        self.title = self.title or self.page.title

    @property
    def day(self) -> date:
        return timezone.localdate(self.at)

    @property
    def is_overdue(self):
        return self.is_ahead and self.at < timezone.now() - OVERDUE_AFTER


def scheduled(pages, start, end):
    """Versions that are to go live, and the end that is set for them."""
    found = list(
        Revision.objects.filter(base_content_type=page_type())
        # One that goes live before may still expire in time.
        .filter(approved_go_live_at__lt=end)
        .values("object_id", "object_str", "approved_go_live_at")
        .annotate(expires=KeyTextTransform("expire_at", "content"))
    )
    shown = pages.in_bulk([int(row["object_id"]) for row in found])
    for row in found:
        page = shown.get(int(row["object_id"]))
        if page is None:
            continue
        goes_live, expires = row["approved_go_live_at"], as_time(row["expires"])
        title = row["object_str"]
        if start <= goes_live < end:
            state = "New version goes live" if page.live else "Goes live"
            yield Entry(page, goes_live, state, title, is_ahead=True)
        # What is published now has an entry of its own.
        same = page.live and expires == page.expire_at
        if expires and start <= expires < end and not same:
            yield Entry(page, expires, "Expires", title, is_ahead=True)


def expiring(pages, start, end):
    """Published pages that are to expire, and pages that did."""
    for page in pages.filter(expire_at__gte=start, expire_at__lt=end):
        if page.live:
            yield Entry(page, page.expire_at, "Expires", is_ahead=True)
        elif page.expired:
            yield Entry(page, page.expire_at, "Expired")


def published(pages, start, end, most):
    """What was first published, the last ``most`` of it, and one more if there is more."""
    found = pages.filter(first_published_at__gte=start, first_published_at__lt=end)
    for page in found.order_by("-first_published_at", "-pk")[: most + 1]:
        state = "Published" if page.live else "Published, not public now"
        yield Entry(page, page.first_published_at, state)


def updated(pages, start, end, most):
    """What was published again; of each page only the last time is known."""
    found = pages.live().filter(
        last_published_at__gte=start,
        last_published_at__lt=end,
        last_published_at__gt=F("first_published_at"),
    )
    for page in found.order_by("-last_published_at", "-pk")[: most + 1]:
        yield Entry(page, page.last_published_at, "Updated")


def waiting(pages):
    """What waits for review now, the oldest first."""
    found = list(
        WorkflowState.objects.filter(
            base_content_type=page_type(), status=WorkflowState.STATUS_IN_PROGRESS
        )
        .order_by("created_at", "pk")
        .values("object_id", "created_at", "requested_by_id")
        .annotate(wish=KeyTextTransform("go_live_at", SUBMITTED))
    )
    shown = pages.in_bulk([int(row["object_id"]) for row in found])
    for row in found:
        if page := shown.get(int(row["object_id"])):
            yield Entry(
                page,
                row["created_at"],
                "Waiting for review",
                page.get_admin_display_title(),
                user_id=row["requested_by_id"],
                wish=as_time(row["wish"]),
            )


def page_type():
    return ContentType.objects.get_for_model(Page)


def as_time(text):
    return parse_datetime(text) if text else None
