"""The reports of what published pages lack, which the home counts."""

from django.db.models import Q
from django.forms import RadioSelect
from django.utils.formats import date_format
from django_filters import ChoiceFilter, DateFromToRangeFilter, ModelChoiceFilter
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import BaseColumn, Column, DateColumn, TitleColumn
from wagtail.models import Page

from home.dashboard import health
from home.dashboard.lists import (
    TITLE,
    TYPE,
    ContentReport,
    PageFilterSet,
    PageReport,
    title_of,
)
from home.dashboard.models import Finding
from news.models import ArticlePage, Region, Topic


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
