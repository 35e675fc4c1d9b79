"""The report of what readers searched for, from which editors promote pages."""

from datetime import timedelta

from django.db.models import F, Max, OuterRef, Prefetch, Subquery, Sum
from django.forms import RadioSelect
from django.utils import timezone
from django.utils.functional import cached_property
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BaseColumn, Column, NumberColumn
from wagtail.admin.views.reports import ReportView
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.contrib.search_promotions.views import CreateView
from wagtail.permissions import policy_registry

from search.figures.models import Click

PERIODS = [("7", "7 days"), ("30", "30 days"), ("90", "90 days")]
USUAL = "30"


def searched_since(day):
    """Queries with their figures since ``day``: searches, results, what was followed."""
    clicks = Click.objects.filter(query=OuterRef("pk"), date__gte=day)
    pages = clicks.values("page").annotate(times=Sum("hits")).order_by("-times", "page")
    promotions = SearchPromotion.objects.select_related("page")
    return (
        Query.objects.filter(daily_hits__date__gte=day)
        .annotate(
            searches=Sum("daily_hits__hits"),
            last=Max("daily_hits__date"),
            found=F("outcome__found"),
            clicked=Subquery(pages.values("page")[:1]),
            clicked_title=Subquery(pages.values("page__title")[:1]),
            clicked_times=Subquery(pages.values("times")[:1]),
        )
        .prefetch_related(Prefetch("editors_picks", promotions, to_attr="promoted"))
    )


class Period(ChoiceFilter):
    """How far back to count; the report asks for it before anything is filtered."""

    def filter(self, qs, value):
        return qs


class SearchesFilterSet(WagtailFilterSet):
    days = Period(
        label="Period",
        choices=PERIODS,
        initial=USUAL,
        empty_label=None,
        widget=RadioSelect,
    )
    found = ChoiceFilter(
        label="Results",
        field_name="outcome__found",
        choices=[("0", "Nothing found")],
        empty_label="All",
        widget=RadioSelect,
    )

    class Meta:
        model = Query
        fields = []

    def __init__(self, data, **kwargs):
        super().__init__({"days": USUAL, **data.dict()}, **kwargs)


class ClickedColumn(BaseColumn):
    cell_template_name = "search/admin/clicked.html"


class PromotedColumn(BaseColumn):
    cell_template_name = "search/admin/promoted.html"


def titles_of(promotions):
    return ", ".join(promotion.title for promotion in promotions)


class SearchesView(ReportView):
    page_title = "Searches"
    header_icon = "search"
    verbose_name_plural = "searches"
    index_url_name = "searches_report"
    index_results_url_name = "searches_report_results"
    filterset_class = SearchesFilterSet
    is_searchable = True
    search_fields = ["query_string"]
    default_ordering = "-searches"
    any_permission_required = ["add", "change", "delete"]
    columns = [
        Column("query_string", label="Words", sort_key="query_string"),
        NumberColumn("searches", label="Searches", sort_key="searches"),
        NumberColumn("found", label="Results", sort_key="found"),
        ClickedColumn("clicked_title", label="Clicked most"),
        PromotedColumn("promoted"),
        Column("last", label="Last searched", sort_key="last"),
    ]
    export_filename = "searches"
    export_headings = {
        "query_string": "Words",
        "searches": "Searches",
        "found": "Results",
        "clicked_title": "Clicked most",
        "clicked_times": "Clicks on it",
        "promoted": "Promoted",
        "last": "Last searched",
    }
    list_export = list(export_headings)
    custom_field_preprocess = {"promoted": dict.fromkeys(ReportView.FORMATS, titles_of)}

    @cached_property
    def permission_policy(self):
        return policy_registry.get_by_type(SearchPromotion)

    def get_base_queryset(self):
        self.filters.is_valid()
        days = int(self.filters.form.cleaned_data.get("days", USUAL))
        return searched_since(timezone.localdate() - timedelta(days=days - 1))

    def order_queryset(self, queryset):
        return queryset.order_by(self.ordering, "query_string")

    def preprocess_field_value(self, field, value, export_format):
        """Readers type what they like, and a spreadsheet would reckon with some of it."""
        value = super().preprocess_field_value(field, value, export_format)
        if export_format == self.FORMAT_CSV and str(value).startswith(tuple("=+-@")):
            return f"'{value}"
        return value


class PromoteView(CreateView):
    """Wagtail's form for a promoted result, begun with the words of ``?query=``."""

    def get_initial(self):
        return {"query_string": self.request.GET.get("query", "")}
