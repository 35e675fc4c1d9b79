"""The admin's pages about one enquiry."""

from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic import DeleteView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import log

from about.joining.admin.access import EnquiryAccessMixin
from about.joining.admin.export import shown
from about.joining.admin.logs import HANDLED, READ, REOPENED
from about.joining.models import Enquiry


class EnquiryView(EnquiryAccessMixin, WagtailAdminTemplateMixin, View):
    """Every answer as the reader gave it, below the question as the reader saw it."""

    template_name = "about/enquiries/enquiry.html"
    header_icon = "mail"

    def get(self, request, pk):
        enquiries = Enquiry.objects.with_answers().select_related("handled_by")
        enquiry = get_object_or_404(enquiries, pk=pk)
        log(enquiry, READ, user=request.user)
        self.page_title = str(enquiry)
        may_delete = self.user_has_permission("delete")
        answers = [each | {"text": shown(each["value"])} for each in enquiry.answers]
        context = self.get_context_data(
            enquiry=enquiry, answers=answers, may_delete=may_delete
        )
        return self.render_to_response(context)

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("enquiries"), "label": "Enquiries"},
            {"url": "", "label": self.page_title},
        ]


class HandleView(EnquiryAccessMixin, View):
    """Mark one as handled, or with ``back`` as not handled yet."""

    http_method_names = ["post"]

    def post(self, request, pk):
        enquiry = get_object_or_404(Enquiry, pk=pk)
        if "back" in request.POST:
            self.reopen(enquiry)
        elif enquiry.is_waiting:
            enquiry.mark_handled(request.user)
            log(enquiry, HANDLED, user=request.user)
        state = "not handled yet" if enquiry.is_waiting else "handled"
        messages.success(request, f"{enquiry} is marked as {state}.")
        return redirect("enquiry", pk)

    def reopen(self, enquiry):
        if not enquiry.is_waiting:
            enquiry.mark_waiting()
            log(enquiry, REOPENED, user=self.request.user)


class DeleteEnquiryView(EnquiryAccessMixin, DeleteView):
    permission_required = "delete"
    header_icon = "bin"
    index_url_name = "enquiries"
    delete_url_name = "delete_enquiry"
    success_message = "%(object)s is deleted."
    confirmation_message = (
        "All that the reader sent goes for good. Backups of the site have it, encrypted, "
        "for as long as they are kept. Delete it?"
    )

    def get_breadcrumbs_items(self):
        return [
            {"url": reverse("enquiries"), "label": "Enquiries"},
            {"url": reverse("enquiry", args=[self.object.pk]), "label": self.object},
            {"url": "", "label": "Delete"},
        ]
