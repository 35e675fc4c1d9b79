"""The admin's list of enquiries, and its export."""

from django.shortcuts import redirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.timezone import localtime
from wagtail.admin import messages
from wagtail.admin.ui.tables import BaseColumn, Column, TitleColumn
from wagtail.admin.views.generic import BaseListingView

from about.joining.admin.access import EnquiryAccessMixin
from about.joining.admin.criteria import CriteriaForm
from about.joining.admin.export import EnquiryExportMixin
from about.joining.admin.logs import EXPORTED, LISTED, log_all, numbered
from about.joining.models import Enquiry


def url_of(enquiry):
    return reverse("enquiry", args=[enquiry.pk])


def called(enquiry):
    return enquiry.name or str(enquiry)


def sent(enquiry):
    return date_format(localtime(enquiry.submit_time), "j M Y, H:i")


class TickColumn(BaseColumn):
    """A box that belongs to the form below the list, for what can be ticked off there."""

    cell_template_name = "about/enquiries/tick_cell.html"


class NameColumn(TitleColumn):
    # On phones with kind and date below, for which columns leave no room there.
    cell_template_name = "about/enquiries/name_cell.html"


class StateColumn(BaseColumn):
    cell_template_name = "about/enquiries/state_cell.html"


class EnquiriesView(EnquiryExportMixin, EnquiryAccessMixin, BaseListingView):
    """Shows what ``CriteriaForm`` asks for, decrypted; posting the form leads to its address."""

    page_title = "Enquiries"
    header_icon = "mail"
    template_name = "about/enquiries/list.html"
    results_template_name = "about/enquiries/results.html"
    index_url_name = "enquiries"
    verbose_name_plural = "enquiries"
    paginate_by = 50
    columns = [
        TickColumn("tick", label="", width="1%"),
        NameColumn("name", label="Name", accessor=called, get_url=url_of, width="40%"),
        Column("sent", label="Sent", accessor=sent, classname="enquiry-detail"),
        Column("membership", label="Kind of membership", classname="enquiry-detail"),
        StateColumn("state", label="State"),
    ]

    @cached_property
    def everything(self):
        return list(Enquiry.objects.with_answers().select_related("handled_by"))

    @cached_property
    def kinds(self):
        return {enquiry.membership for enquiry in self.everything}

    @cached_property
    def criteria(self):
        return CriteriaForm.asked_for(self.request, self.kinds)

    def get_queryset(self):
        if not self.criteria.is_valid():
            return []
        return [each for each in self.everything if self.criteria.matches(each)]

    def get(self, request):
        if self.criteria.is_forgotten:
            messages.warning(
                request, "What you searched for is forgotten. Please search again."
            )
            return redirect("enquiries")
        return super().get(request)

    def post(self, request):
        form = CriteriaForm(request.POST, kinds=self.kinds)
        if form.is_valid():
            return redirect(f"{self.index_url}?{form.query(request)}")
        self.criteria = form
        return super().get(request)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {
            "form": self.criteria,
            "media": context["media"] + self.criteria.media,
            "is_filtering": self.criteria.is_valid() and self.criteria.narrows,
            "can_tick": any(each.is_waiting for each in context["object_list"]),
        }

    def render_to_response(self, context, **kwargs):
        count = numbered(len(self.object_list))
        if self.is_export:
            kind = self.request.GET["export"]
            log_all(EXPORTED, f"{count}, {kind.upper()}", self.request.user)
            return self.as_spreadsheet(self.object_list, kind)
        shown = f"{count}, page {context['page_obj'].number}"
        log_all(LISTED, shown, self.request.user)
        return super().render_to_response(context, **kwargs)
