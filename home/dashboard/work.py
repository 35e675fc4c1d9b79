"""What someone has in hand: drafts, reviews, what is on schedule, what is published."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import (
    CharField,
    Exists,
    F,
    IntegerField,
    Min,
    OuterRef,
    Q,
    Subquery,
)
from django.db.models.functions import Cast, Coalesce, Least
from wagtail.models import Page, Revision, TaskState, WorkflowState
from wagtail.permissions import policy_registry

from news.models import ArticlePage

PAGES = policy_registry.get_by_type(Page)


def works_on_pages(user):
    return PAGES.user_has_any_permission(user, {"add", "change", "publish"})


def editable_pages(user):
    return PAGES.instances_user_has_permission_for(user, "change")


def editable_articles(user):
    policy = type(PAGES)(ArticlePage)
    return policy.instances_user_has_permission_for(user, "change")


def my_drafts(user):
    """Pages with unpublished changes that ``user`` owns or edited last, newest first.

    Without those that are in review, on schedule or withdrawn.
    """
    mine = Q(owner=user) | Q(latest_revision__user=user)
    withdrawn = ArticlePage.objects.withdrawn().values("pk")
    drafts = editable_pages(user).filter(mine, has_unpublished_changes=True)
    return (
        drafts.exclude(pk__in=withdrawn)
        .exclude(Exists(reviews().filter(object_id=key_of_page())))
        .exclude(Exists(planned().filter(object_id=key_of_page())))
        .select_related("content_type")
        .order_by("-latest_revision_created_at", "-pk")
    )


def reviews():
    """Reviews of pages that go on, those that were sent back too."""
    pages = ContentType.objects.get_for_model(Page)
    return WorkflowState.objects.filter(
        base_content_type=pages,
        status__in=[
            WorkflowState.STATUS_IN_PROGRESS,
            WorkflowState.STATUS_NEEDS_CHANGES,
        ],
    )


def planned():
    return Revision.page_revisions.filter(approved_go_live_at__isnull=False)


def key_of_page():
    # Workflows and revisions are of any model, so they keep keys as text.
    return Cast(OuterRef("pk"), CharField())


def reviews_for(user):
    """Reviews that wait for ``user``, or are of their pages.

    Each has its ``page_pk``, the page's ``page_title``, and whether ``user`` ``decides``.
    First those they may decide on, then what was sent back to them, then the rest; the
    longest waiting first.
    """
    decidable = TaskState.objects.reviewable_by(user)
    pk = Cast(OuterRef("object_id"), IntegerField())
    page = Page.objects.filter(pk=pk)
    decides = Exists(decidable.filter(pk=OuterRef("current_task_state")))
    return (
        reviews()
        .annotate(
            decides=decides,
            page_pk=Cast("object_id", IntegerField()),
            page_title=Subquery(page.values("draft_title")),
        )
        .filter(
            Q(decides=True) | Q(requested_by=user) | Exists(page.filter(owner=user))
        )
        .select_related("current_task_state__task", "requested_by")
        .order_by("-decides", "-status", "current_task_state__started_at", "pk")
    )


def scheduled(user):
    """Pages that will be published or taken off, the next first, with ``when``."""
    starts = planned().filter(object_id=key_of_page()).order_by()
    start = starts.values("object_id").annotate(first=Min("approved_go_live_at"))
    pages = editable_pages(user).annotate(go_live=Subquery(start.values("first")[:1]))
    begins = Q(pk__in=planned().values(page_pk=Cast("object_id", IntegerField())))
    ends = Q(live=True, expire_at__isnull=False)
    # Whichever is missing stands aside: the least of a date and nothing is nothing.
    when = Least(Coalesce("go_live", "expire_at"), Coalesce("expire_at", "go_live"))
    return (
        pages.filter(begins | ends)
        .annotate(when=when)
        .select_related("content_type")
        .order_by("when", "pk")
    )


def published(user):
    """Published pages, the one published last first."""
    pages = editable_pages(user).live().filter(last_published_at__isnull=False)
    return pages.select_related("content_type").order_by(
        F("last_published_at").desc(), "-pk"
    )
