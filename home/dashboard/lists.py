"""The lists of pages behind the panels of what is in hand."""

from django.utils.functional import cached_property
from wagtail.admin.filters import (
    ContentTypeFilter,
    WagtailFilterSet,
)
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page, WorkflowState, get_page_content_types

from home.dashboard import work
from home.dashboard.panels import (
    since,
    state_of_draft,
    state_of_review,
    what_is_planned,
)


class ContentReport(ReportView):
    """A list of what the person may change, in the order in which it was found."""

    any_permission_required = ["add", "change", "publish"]
    edit_url_name = "wagtailadmin_pages:edit"

    @cached_property
    def permission_policy(self):
        return work.PAGES

    def get_base_queryset(self):
        return self.found(self.request.user)

    def order_queryset(self, queryset):
        return queryset.order_by(self.ordering, "pk") if self.ordering else queryset


def title_of(page):
    return page.get_admin_display_title()


def kind_of(page):
    return page.page_type_display_name


class PageFilterSet(WagtailFilterSet):
    content_type = ContentTypeFilter(
        label="Type",
        queryset=lambda request: get_page_content_types(include_base_page_type=False),
    )

    class Meta:
        model = Page
        fields = ["live"]


TITLE = TitleColumn(
    "draft_title",
    label="Title",
    accessor=title_of,
    url_name=ContentReport.edit_url_name,
    sort_key="draft_title",
)
TYPE = Column("type", label="Type", accessor=kind_of)


class PageReport(ContentReport):
    model = Page
    filterset_class = PageFilterSet
    is_searchable = True
    search_backend_name = None
    search_fields = ["draft_title"]


class DraftsView(PageReport):
    page_title = "My drafts"
    header_icon = "edit"
    index_url_name = "my_drafts"
    index_results_url_name = "my_drafts_results"
    found = staticmethod(work.my_drafts)
    columns = [
        TITLE,
        TYPE,
        Column("state", label="State", accessor=state_of_draft),
        DateColumn(
            "latest_revision_created_at",
            label="Edited",
            sort_key="latest_revision_created_at",
        ),
    ]
    export_headings = {"draft_title": "Title", "latest_revision_created_at": "Edited"}
    list_export = list(export_headings)


class ReviewFilterSet(WagtailFilterSet):
    class Meta:
        model = WorkflowState
        fields = ["status"]


class ReviewsView(ContentReport):
    page_title = "Waiting for review"
    header_icon = "tasks"
    model = WorkflowState
    verbose_name_plural = "reviews"
    index_url_name = "my_reviews"
    index_results_url_name = "my_reviews_results"
    filterset_class = ReviewFilterSet
    found = staticmethod(work.reviews_for)
    columns = [
        TitleColumn(
            "page_title",
            label="Title",
            url_name=ContentReport.edit_url_name,
            id_accessor="page_pk",
        ),
        Column("state", label="State", accessor=state_of_review),
        DateColumn("since", label="Since", accessor=since),
    ]
    export_headings = {"page_title": "Title", "current_task_state.comment": "Comment"}
    list_export = ["page_title", "status", "current_task_state.comment"]


class ScheduledView(PageReport):
    page_title = "Scheduled"
    header_icon = "calendar-alt"
    index_url_name = "scheduled_pages"
    index_results_url_name = "scheduled_pages_results"
    found = staticmethod(work.scheduled)
    columns = [
        TITLE,
        TYPE,
        Column("what", label="What", accessor=what_is_planned),
        DateColumn("when", label="When", sort_key="when"),
    ]
    export_headings = {
        "draft_title": "Title",
        "go_live": "Published",
        "expire_at": "Taken off",
    }
    list_export = list(export_headings)


class PublishedView(PageReport):
    page_title = "Published pages"
    header_icon = "check"
    index_url_name = "published_pages"
    index_results_url_name = "published_pages_results"
    found = staticmethod(work.published)
    columns = [
        TITLE,
        TYPE,
        DateColumn(
            "last_published_at", label="Published", sort_key="last_published_at"
        ),
    ]
    export_headings = {"title": "Title", "last_published_at": "Published"}
    list_export = list(export_headings)
