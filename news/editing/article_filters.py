"""What the admin's list of articles can be narrowed by."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, Exists, Max, Min, OuterRef, Q
from django.db.models.functions import Cast
from django.forms import CheckboxSelectMultiple, RadioSelect, Select
from django_filters.filters import (
    ChoiceFilter,
    DateFromToRangeFilter,
    ModelMultipleChoiceFilter,
    MultipleChoiceFilter,
)
from wagtail.admin.filters import (
    DateRangePickerWidget,
    MultipleUserFilter,
    WagtailFilterSet,
)
from wagtail.models import Page, Revision, WorkflowState

from news.models import ArticlePage, Region, Topic

STATUSES = {
    "published": "Published",
    "changed": "Published, with newer changes",
    "draft": "Draft",
    "review": "Waiting for review",
    "scheduled": "Scheduled",
    "withdrawn": "Withdrawn",
}
UNDER_WAY = [WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES]
LACKS = {
    "summary": "Without summary",
    "image": "Without image",
    "topic": "Without topic",
    "region": "Without region",
}


def has(status):
    """The condition for articles of one of ``STATUSES``."""
    match status:
        case "published":
            return Q(live=True)
        case "changed":
            return Q(live=True, has_unpublished_changes=True)
        case "draft":
            return Q(live=False, withdrawal_reason="")
        case "review":
            under_way = WorkflowState.objects.filter(status__in=UNDER_WAY)
            return Q(pk__in=pages_of(under_way))
        case "scheduled":
            scheduled = Revision.objects.filter(approved_go_live_at__isnull=False)
            return Q(pk__in=pages_of(scheduled))
        case "withdrawn":
            return Q(live=False) & ~Q(withdrawal_reason="")
    raise ValueError(f"There is no status {status!r}.")


def pages_of(things):
    """The keys of the pages that reviews or revisions, which keep them as text, are of."""
    pages = things.filter(base_content_type=ContentType.objects.get_for_model(Page))
    return pages.order_by().values(key=Cast("object_id", BigIntegerField()))


def about(relation, subjects=None):
    """The condition for articles with one of ``subjects``, or with any at all."""
    field: Any = ArticlePage._meta.get_field(relation)
    own = Q(**{field.m2m_field_name(): OuterRef("pk")})
    if subjects is not None:
        own &= Q(**{f"{field.m2m_reverse_field_name()}__in": subjects})
    return Exists(field.remote_field.through.objects.filter(own))


def lacks(what):
    """The condition for articles without one of ``LACKS``."""
    match what:
        case "summary":
            return Q(summary="")
        case "image":
            return Q(image=None)
        case "topic":
            return ~about("topics")
        case "region":
            return ~about("regions")
    raise ValueError(f"An article can't lack {what!r}.")


class StatusFilter(ChoiceFilter):
    def filter(self, qs, value):
        return qs.filter(has(value)) if value else qs


class SubjectFilter(ModelMultipleChoiceFilter):
    """Articles about any of the chosen; each is listed once, without DISTINCT."""

    def filter(self, qs, value):
        return qs.filter(about(self.field_name, value)) if value else qs


class LacksFilter(MultipleChoiceFilter):
    """Articles that lack all of what is chosen."""

    def filter(self, qs, value):
        for what in value:
            qs = qs.filter(lacks(what))
        return qs


def years():
    """From the newest article's year to the oldest's: asking which have none takes long."""
    found = ArticlePage.objects.aggregate(first=Min("date"), last=Max("date"))
    if not found["first"]:
        return []
    span = range(found["last"].year, found["first"].year - 1, -1)
    return [(str(year), str(year)) for year in span]


def owners(request):
    own = Page.objects.order_by().values("owner")
    return get_user_model().objects.filter(pk__in=own)


class ArticleFilterSet(WagtailFilterSet):
    status = StatusFilter(
        label="Status",
        choices=list(STATUSES.items()),
        empty_label="Any",
        widget=RadioSelect,
    )
    year = ChoiceFilter(
        field_name="date__year",
        label="Year",
        choices=years,
        empty_label="Any",
        widget=Select,
    )
    date = DateFromToRangeFilter(label="Date", widget=DateRangePickerWidget)
    topics = SubjectFilter(
        label="Topic", queryset=Topic.objects.all(), widget=CheckboxSelectMultiple
    )
    regions = SubjectFilter(
        label="Region",
        # Á stands with A, which not every database knows.
        queryset=Region.objects.order_by("-is_national", "slug"),
        widget=CheckboxSelectMultiple,
    )
    owner = MultipleUserFilter(
        label="Begun by",
        queryset=owners,
        widget=CheckboxSelectMultiple,
        distinct=False,
    )
    lacks = LacksFilter(
        label="What is missing",
        choices=list(LACKS.items()),
        widget=CheckboxSelectMultiple,
    )

    class Meta:
        model = ArticlePage
        fields = []
