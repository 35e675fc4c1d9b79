"""The admin's page on which editors make links to a draft, and revoke them."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import log
from wagtail.models import Page

from psgsite.drafts.models import DraftLink

SHARED, REVOKED = "psgsite.share_draft", "psgsite.revoke_draft_link"


class LinkForm(forms.Form):
    days = forms.TypedChoiceField(
        coerce=int,
        choices=[(1, "1 day"), (7, "7 days"), (30, "30 days")],
        initial=7,
        widget=forms.RadioSelect,
        label="The link works for",
    )


class DraftLinksView(WagtailAdminTemplateMixin, View):
    """For those who may edit the page; making and revoking both come back to it."""

    template_name = "psgsite/drafts/share.html"
    page_title = "Share draft"
    header_icon = "link"
    breadcrumbs_items = []

    def setup(self, request, page_id, **kwargs):
        super().setup(request, **kwargs)
        self.page = get_object_or_404(Page, pk=page_id)
        self.links = DraftLink.objects.filter(page=self.page)

    def dispatch(self, request, **kwargs):
        if not self.page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return super().dispatch(request)

    def get(self, request, form=None):
        context = self.get_context_data(form=form or LinkForm())
        return self.render_to_response(context)

    def post(self, request):
        form = LinkForm(request.POST)
        if not form.is_valid():
            return self.get(request, form)
        if not self.has_draft:
            messages.error(request, "There is no draft to share. Save a change first.")
            return self.back()
        link = DraftLink.make(self.page, request.user, **form.cleaned_data)
        until = date_format(localtime(link.expires_at), "j F Y, H:i")
        self.log(SHARED, f"The link works until {until}.")
        messages.success(request, f"The link is ready, and works until {until}.")
        return self.back()

    def back(self):
        return redirect("share_draft", self.page.pk)

    def log(self, action, comment):
        log(self.page, action, user=self.request.user, data={"comment": comment})

    @property
    def has_draft(self):
        return self.page.has_unpublished_changes or not self.page.live

    def get_page_subtitle(self):
        return self.page.get_admin_display_title()

    def get_context_data(self, **kwargs):
        links = list(self.links.select_related("page", "made_by"))
        for link in links:
            link.address = self.request.build_absolute_uri(link.path)
        return super().get_context_data(
            page=self.page,
            has_draft=self.has_draft,
            is_private=self.page.get_view_restrictions().exists(),
            open_links=[link for link in links if not link.ending],
            ended_links=[link for link in links if link.ending],
            **kwargs,
        )


class RevokeView(DraftLinksView):
    http_method_names = ["post"]

    def post(self, request):
        link = get_object_or_404(self.links, pk=self.kwargs["pk"])
        if not link.revoked_at:
            link.revoke()
            self.log(REVOKED, "")
        messages.success(request, "The link is revoked: it shows nothing any more.")
        return self.back()
