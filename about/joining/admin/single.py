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
from about.joining.admin.logs import HANDLED, READ, REOPENED, numbered
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
        else:
            handle(enquiry, request.user)
        state = "not handled yet" if enquiry.is_waiting else "handled"
        messages.success(request, f"{enquiry} is marked as {state}.")
        return redirect("enquiry", pk)

    def reopen(self, enquiry):
        if not enquiry.is_waiting:
            enquiry.mark_waiting()
            log(enquiry, REOPENED, user=self.request.user)


def handle(enquiry, user):
    if enquiry.is_waiting:
        enquiry.mark_handled(user)
        log(enquiry, HANDLED, user=user)


class HandleManyView(EnquiryAccessMixin, View):
    """The same for those that are ticked in the list, and back to where it was."""

    http_method_names = ["post"]

    def post(self, request):
        ticked = set(request.POST.getlist("enquiry"))
        waiting = Enquiry.objects.waiting()
        enquiries = [enquiry for enquiry in waiting if str(enquiry.pk) in ticked]
        for enquiry in enquiries:
            handle(enquiry, request.user)
        if enquiries:
            said = f"Marked as handled: {numbered(len(enquiries))}."
            messages.success(request, said)
        else:
            messages.warning(request, "Nothing was ticked.")
        return redirect(f"{reverse('enquiries')}?{request.GET.urlencode()}")


class DeleteEnquiryView(EnquiryAccessMixin, DeleteView):
    permission_required = "delete"
    header_icon = "bin"
    index_url_name = "enquiries"
    delete_url_name = "delete_enquiry"
    success_message = "The enquiry is deleted."

    @property
    def confirmation_message(self):
        return (
            f"{self.object}, all that the reader sent, goes for good. Backups of the site "
            "have it, encrypted, for as long as they are kept. Delete it?"
        )

    def get_breadcrumbs_items(self):
        return [
            {"url": reverse("enquiries"), "label": "Enquiries"},
            {"url": reverse("enquiry", args=[self.object.pk]), "label": self.object},
            {"url": "", "label": "Delete"},
        ]
