"""The admin's report of mails that couldn't be sent yet. It shows no text and no address."""

from functools import partial

from django.db import transaction
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import BaseColumn, Column, DateColumn, NumberColumn
from wagtail.admin.views.generic import PermissionCheckedMixin
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.reports import ReportView
from wagtail.log_actions import log
from wagtail.permissions import policy_registry

from psgsite.outbox.models import OutgoingMail
from psgsite.outbox.sending import send

TRIED = "“{}” is tried again now. If it’s still here in a minute, the report says why."
NOT_GIVEN_UP = (
    "“{}” is still being tried. Once it is sent it goes by itself; once it is given up, it "
    "can be deleted."
)


def may(user, action):
    policy = policy_registry.get_by_type(OutgoingMail)
    return policy.user_has_permission(user, action)


def next_try(mail):
    if mail.is_on_its_way:
        return "Being sent now"
    if mail.is_given_up:
        return "Given up"
    if mail.due_at <= timezone.now():
        return "Now"
    return date_format(timezone.localtime(mail.due_at), "j F Y, H:i")


class MailColumn(BaseColumn):
    """What a mail is about, what went wrong, and what can be done."""

    cell_template_name = "psgsite/outbox/mail.html"

    class Media:
        css = {"all": ["psgsite/admin/waiting-mails.css"]}

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        request = context["request"]
        may_delete = instance.is_given_up and may(request.user, "delete")
        return context | {"csrf_token": get_token(request), "may_delete": may_delete}


class WaitingMailsView(ReportView):
    page_title = "Mails that wait"
    header_icon = "mail"
    model = OutgoingMail
    verbose_name_plural = "mails"
    index_url_name = "waiting_mails"
    index_results_url_name = "waiting_mails_results"
    results_template_name = "psgsite/outbox/results.html"
    default_ordering = "-made_at"
    permission_required = "view"
    any_permission_required = None
    columns = [
        MailColumn("about", label="Mail", sort_key="about", width="50%"),
        DateColumn(
            "made_at",
            label="Written",
            sort_key="made_at",
            classname="waiting-mail-detail",
        ),
        NumberColumn(
            "attempts",
            label="Attempts",
            sort_key="attempts",
            classname="waiting-mail-detail",
        ),
        Column("due_at", label="Next try", accessor=next_try, sort_key="due_at"),
    ]
    list_export = []

    def get_base_queryset(self):
        return OutgoingMail.objects.without_text()


class WaitingMailsMenuItem(MenuItem):
    def is_shown(self, request):
        return may(request.user, "view")


class TryAgainView(PermissionCheckedMixin, View):
    model = OutgoingMail
    permission_required = "view"

    def post(self, request, pk):
        mail = get_object_or_404(OutgoingMail.objects.without_text(), pk=pk)
        mail.make_due()
        transaction.on_commit(partial(send.enqueue, mail.pk))
        messages.success(request, TRIED.format(mail))
        return redirect("waiting_mails")


class DeleteMailView(PermissionCheckedMixin, WagtailAdminTemplateMixin, View):
    """Asks, and then deletes a mail that was given up."""

    model = OutgoingMail
    permission_required = "delete"
    template_name = "psgsite/outbox/delete.html"
    page_title = "Delete unsent"
    header_icon = "bin"

    def dispatch(self, request, pk):
        self.mail = get_object_or_404(OutgoingMail.objects.without_text(), pk=pk)
        return super().dispatch(request)

    def get(self, request):
        return self.render_to_response(self.get_context_data(mail=self.mail))

    @transaction.atomic
    def post(self, request):
        # Locked, for somebody may be about to have it tried again.
        given_up = OutgoingMail.objects.given_up().filter(pk=self.mail.pk)
        if given_up.select_for_update().values_list("pk"):
            log(instance=self.mail, action="wagtail.delete", deleted=True)
            self.mail.delete()
            messages.success(request, f"“{self.mail}” is deleted, and won’t be sent.")
        else:
            messages.error(request, NOT_GIVEN_UP.format(self.mail))
        return redirect("waiting_mails")

    def get_page_subtitle(self):
        return str(self.mail)

    def get_breadcrumbs_items(self):
        report = {"url": reverse("waiting_mails"), "label": WaitingMailsView.page_title}
        own = {"url": "", "label": self.page_title, "sublabel": str(self.mail)}
        return [*super().get_breadcrumbs_items(), report, own]
