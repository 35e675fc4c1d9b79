"""The admin's list of what lies in the bin."""

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils.functional import cached_property
from django_filters import DateFromToRangeFilter
from wagtail.admin.filters import (
    DateRangePickerWidget,
    MultipleContentTypeFilter,
    MultipleUserFilter,
    WagtailFilterSet,
)
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import (
    ButtonsColumnMixin,
    Column,
    DateColumn,
    TitleColumn,
    UserColumn,
)
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets.button import ListingButton
from wagtail.models import Page
from wagtail.permissions import policy_registry

from psgsite.bin.models import BinnedPage


def shown_to(user):
    """What the list has for ``user``; what went with a page above is restored with it."""
    return BinnedPage.objects.kept().uppermost().restorable_by(user)


def may_look(user):
    return policy_registry.get_by_type(Page).user_has_permission(user, "add")


class BinFilterSet(WagtailFilterSet):
    content_type = MultipleContentTypeFilter(
        label="Kind",
        queryset=lambda request: ContentType.objects.filter(
            pk__in=shown_to(request.user).values("content_type")
        ),
    )
    deleted_by = MultipleUserFilter(
        label="Deleted by",
        queryset=lambda request: get_user_model().objects.filter(
            pk__in=shown_to(request.user).values("deleted_by")
        ),
    )
    deleted_at = DateFromToRangeFilter(label="Deleted", widget=DateRangePickerWidget)

    class Meta:
        model = BinnedPage
        fields = []


def restore_url(row):
    return reverse("restore_page", args=[row.pk])


class DeletedPageColumn(ButtonsColumnMixin, TitleColumn):
    # With kind and place below the title: columns of their own leave no room on a phone.
    cell_template_name = "psgsite/bin/title_cell.html"

    def get_buttons(self, instance, parent_context):
        return [ListingButton("Restore", restore_url(instance))]


class BinView(ReportView):
    page_title = "Bin"
    header_icon = "bin"
    model = BinnedPage
    verbose_name_plural = "deleted pages"
    index_url_name = "bin"
    index_results_url_name = "bin_results"
    results_template_name = "psgsite/bin/list.html"
    filterset_class = BinFilterSet
    is_searchable = True
    search_fields = ["title"]
    default_ordering = "-deleted_at"
    any_permission_required = ["add"]
    columns = [
        DeletedPageColumn(
            "title", label="Title", get_url=restore_url, sort_key="title", width="50%"
        ),
        UserColumn("deleted_by", label="Deleted by", blank_display_name="–"),
        DateColumn("deleted_at", label="When", sort_key="deleted_at"),
        Column("days_left", label="Days left"),
    ]
    list_export = []

    @cached_property
    def permission_policy(self):
        return policy_registry.get_by_type(Page)

    def get_base_queryset(self):
        rows = shown_to(self.request.user).defer("kept")
        return rows.select_related("content_type", "deleted_by")


class BinMenuItem(MenuItem):
    def is_shown(self, request):
        return may_look(request.user)
