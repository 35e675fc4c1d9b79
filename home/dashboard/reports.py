"""The lists behind the panels and counts of the admin's home."""

from django.db.models import Q
from django.forms import RadioSelect
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django_filters import ChoiceFilter, DateFromToRangeFilter, ModelChoiceFilter
from wagtail.admin.filters import (
    ContentTypeFilter,
    DateRangePickerWidget,
    WagtailFilterSet,
)
from wagtail.admin.ui.tables import BaseColumn, Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page, get_page_content_types

from home.dashboard import health, work
from home.dashboard.models import Finding
from home.dashboard.panels import what_is_planned
from news.models import ArticlePage, Region, Topic


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
        Column("status", accessor=lambda page: page.status_string, label="Status"),
        DateColumn(
            "latest_revision_created_at",
            label="Edited",
            sort_key="latest_revision_created_at",
        ),
    ]
    export_headings = {"draft_title": "Title", "latest_revision_created_at": "Edited"}
    list_export = list(export_headings)


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


class UnreviewedFilterSet(PageFilterSet):
    class Meta:
        model = Page
        fields = []


class ReviewedColumn(BaseColumn):
    cell_template_name = "home/dashboard/reviewed_cell.html"


class UnreviewedView(PageReport):
    page_title = "Pages to review"
    header_icon = "glasses"
    index_url_name = "unreviewed_pages"
    index_results_url_name = "unreviewed_pages_results"
    filterset_class = UnreviewedFilterSet
    found = staticmethod(health.unreviewed)
    columns = [
        TITLE,
        TYPE,
        DateColumn("looked_at", label="Last looked at", sort_key="looked_at"),
        ReviewedColumn("reviewed", label=""),
    ]
    export_headings = {"title": "Title", "looked_at": "Last looked at"}
    list_export = list(export_headings)


class LackingFilterSet(WagtailFilterSet):
    lacks = ChoiceFilter(
        label="Show articles",
        method="filter_lacks",
        choices=[(name, phrase) for name, (phrase, _) in health.LACKS.items()],
        empty_label="that lack anything",
        widget=RadioSelect,
    )
    date = DateFromToRangeFilter(label="Date", widget=DateRangePickerWidget)
    topics = ModelChoiceFilter(label="Topic", queryset=Topic.objects.all())
    regions = ModelChoiceFilter(label="Region", queryset=Region.objects.all())

    class Meta:
        model = ArticlePage
        fields = []

    def filter_lacks(self, queryset, name, value):
        return queryset.filter(Q(**{f"no_{value}": True}))


def day_of(article):
    return date_format(article.date, "j F Y")


def lacks_of(article):
    phrases = [
        phrase
        for name, (phrase, _) in health.LACKS.items()
        if getattr(article, f"no_{name}")
    ]
    return ", ".join(phrases).capitalize()


class LackingView(ContentReport):
    page_title = "Incomplete articles"
    header_icon = "warning"
    model = ArticlePage
    index_url_name = "lacking_articles"
    index_results_url_name = "lacking_articles_results"
    filterset_class = LackingFilterSet
    is_searchable = True
    search_backend_name = None
    search_fields = ["title"]
    found = staticmethod(health.lacking)
    columns = [
        TITLE,
        Column("date", label="Date", accessor=day_of, sort_key="date"),
        Column("lacks", label="What is missing", accessor=lacks_of),
    ]
    export_headings = {
        "title": "Title",
        "date": "Date",
        **{f"no_{name}": phrase for name, (phrase, _) in health.LACKS.items()},
    }
    list_export = list(export_headings)


class BrokenFilterSet(WagtailFilterSet):
    kind = ChoiceFilter(
        label="Links",
        choices=[kind for kind in Finding.Kind.choices if kind[0] != "picture"],
        empty_label="All",
        widget=RadioSelect,
    )

    class Meta:
        model = Finding
        fields = []


def why_broken(finding):
    if finding.kind == Finding.Kind.NOWHERE:
        return "It leads to nothing."
    if finding.kind == Finding.Kind.DOCUMENT:
        return "The document was deleted."
    if finding.target_title:
        return f"The page “{finding.target_title}” isn’t published."
    return "The page was deleted."


class BrokenLinksView(ContentReport):
    page_title = "Broken links"
    header_icon = "link"
    model = Finding
    verbose_name_plural = "broken links"
    index_url_name = "broken_links"
    index_results_url_name = "broken_links_results"
    filterset_class = BrokenFilterSet
    found = staticmethod(health.broken_links)
    columns = [
        TitleColumn(
            "page",
            label="On the page",
            accessor=lambda finding: title_of(finding.page),
            url_name=ContentReport.edit_url_name,
            id_accessor="page_id",
        ),
        Column("text", label="Words of the link"),
        Column("why", label="What is wrong", accessor=why_broken),
    ]
    export_headings = {"page.title": "On the page", "text": "Words of the link"}
    list_export = ["page.title", "text", "kind", "target", "target_title"]


REPORTS = [
    DraftsView,
    ScheduledView,
    PublishedView,
    LackingView,
    BrokenLinksView,
    UnreviewedView,
]
# Of the content; the others are lists of what is in hand, which the home shows.
IN_MENU = [LackingView, BrokenLinksView, UnreviewedView]
