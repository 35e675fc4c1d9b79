"""The report of addresses that lead nowhere, from which publishers make redirects."""

from django.forms import RadioSelect
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import View
from django_filters import ChoiceFilter
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import BaseColumn, Column, DateColumn, NumberColumn
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic import PermissionCheckedMixin
from wagtail.admin.views.reports import ReportView
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.redirects.views import CreateView
from wagtail.models import Site
from wagtail.permissions import policy_registry

from psgsite.addresses.models import MissingAddress
from psgsite.addresses.notebook import collect

LEFT_OUT = (
    "“{}” is left out from now on. The filter “Not wanted” shows what was left out."
)
TAKEN_IN = "“{}” is to be dealt with again."


class Standing(ChoiceFilter):
    """Those that were set aside are shown alone, or not at all."""

    def filter(self, qs, value):
        return qs.filter(is_unwanted=value == "unwanted")


class LinkOn(ChoiceFilter):
    def filter(self, qs, value):
        own = Site.objects.values("hostname")
        if value == "own":
            return qs.filter(referrer__in=own)
        if value == "other":
            return qs.exclude(referrer="").exclude(referrer__in=own)
        return qs


class MissingAddressFilterSet(WagtailFilterSet):
    standing = Standing(
        label="Show",
        choices=[("unwanted", "Not wanted")],
        empty_label="To be dealt with",
        widget=RadioSelect,
    )
    link = LinkOn(
        label="Link on",
        choices=[("own", "This site"), ("other", "Other sites")],
        empty_label="Anywhere",
        widget=RadioSelect,
    )

    class Meta:
        model = MissingAddress
        fields = []


class AddressColumn(BaseColumn):
    """The address, and below it what can be done about it."""

    cell_template_name = "psgsite/addresses/address.html"

    class Media:
        css = {"all": ["psgsite/admin/missing-addresses.css"]}

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        request = context["request"]
        back = f"{reverse('missing_addresses')}?{request.GET.urlencode()}"
        return context | {"csrf_token": get_token(request), "back": back}


class MissingAddressesView(ReportView):
    page_title = "Addresses not found"
    header_icon = "link"
    verbose_name_plural = "addresses"
    index_url_name = "missing_addresses"
    index_results_url_name = "missing_addresses_results"
    results_template_name = "psgsite/addresses/results.html"
    filterset_class = MissingAddressFilterSet
    is_searchable = True
    search_fields = ["address", "referrer"]
    default_ordering = "-times"
    any_permission_required = ["add"]
    columns = [
        AddressColumn("address", label="Address", sort_key="address", width="50%"),
        NumberColumn("times", label="Times", sort_key="times"),
        DateColumn(
            "last_asked",
            label="Last asked",
            sort_key="last_asked",
            classname="missing-address-time missing-address-detail",
        ),
        DateColumn(
            "first_asked",
            label="First asked",
            sort_key="first_asked",
            classname="missing-address-time missing-address-detail",
        ),
        Column(
            "referrer",
            label="Link on",
            sort_key="referrer",
            classname="missing-address-host missing-address-detail",
        ),
    ]
    export_filename = "addresses-not-found"
    export_headings = {
        "address": "Address",
        "times": "Times",
        "last_asked": "Last asked",
        "first_asked": "First asked",
        "referrer": "Link on",
    }
    list_export = list(export_headings)

    @cached_property
    def permission_policy(self):
        return policy_registry.get_by_type(Redirect)

    def get(self, request, *args, **kwargs):
        collect()
        return super().get(request, *args, **kwargs)

    def get_base_queryset(self):
        addresses = MissingAddress.objects
        return addresses.exclude(pk__in=addresses.wanted().answered())

    def order_queryset(self, queryset):
        return queryset.order_by(self.ordering, "-last_asked", "address")


class MissingAddressesMenuItem(MenuItem):
    def is_shown(self, request):
        policy = policy_registry.get_by_type(Redirect)
        return policy.user_has_permission(request.user, "add")


class MakeRedirectView(CreateView):
    """Wagtail's form for a redirect, begun with ``?address=``, and from there back here."""

    add_url_name = "make_redirect"

    def get_initial(self):
        return {"old_path": self.request.GET.get("address", "")}

    def get_success_url(self):
        return reverse("missing_addresses")


class SetAsideView(PermissionCheckedMixin, View):
    """Leave an address out of the report, or with ``back`` take it in again."""

    permission_required = "add"

    @cached_property
    def permission_policy(self):
        return policy_registry.get_by_type(Redirect)

    def post(self, request, pk):
        missing = get_object_or_404(MissingAddress, pk=pk)
        missing.is_unwanted = "back" not in request.POST
        missing.save(update_fields=["is_unwanted"])
        said = LEFT_OUT if missing.is_unwanted else TAKEN_IN
        messages.success(request, said.format(missing))
        report = reverse("missing_addresses")
        return redirect(get_valid_next_url_from_request(request) or report)
