"""The admin's pages on which one takes a page out of the bin, either way."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import log

from psgsite.bin.listing import may_look, shown_to
from psgsite.bin.restoring import CannotRestoreError, check, parent_of, restore

DELETE_ACTION = "psgsite.delete_for_good"


class BinnedPageView(WagtailAdminTemplateMixin, View):
    """About one deleted page, asked for by its ``pk`` in the bin."""

    def dispatch(self, request, pk):
        if not self.is_allowed():
            raise PermissionDenied
        self.row = shown_to(request.user).filter(pk=pk).first()
        if self.row is None:
            raise Http404("This isn’t in the bin, or not any more.")
        return super().dispatch(request)

    def is_allowed(self):
        return may_look(self.request.user)

    def get(self, request):
        return self.render_to_response(self.get_context_data())

    def get_breadcrumbs_items(self):
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse("bin"), "label": "Bin"},
            {"url": "", "label": self.page_title, "sublabel": self.row.title},
        ]

    def get_page_subtitle(self):
        return self.row.title

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            row=self.row, below=self.row.below.count(), **kwargs
        )


class RestoringForm(forms.Form):
    publish = forms.BooleanField(
        required=False,
        initial=True,
        label="Publish it again at once",
        help_text="Readers find it at its old address; without the tick, it is a draft.",
    )


class RestoreView(BinnedPageView):
    template_name = "psgsite/bin/restore.html"
    page_title = "Restore"
    header_icon = "rotate"

    def post(self, request):
        form = self.get_form()
        publish = bool(form and form.is_valid() and form.cleaned_data["publish"])
        try:
            page = restore(self.row.pk, request.user, publish=publish)
        except CannotRestoreError as error:
            messages.error(request, f"“{self.row.title}” wasn’t restored. {error}")
            return redirect("bin")
        edit = messages.button(
            reverse("wagtailadmin_pages:edit", args=[page.pk]), "Edit"
        )
        messages.success(request, self.say(page, publish=publish), buttons=[edit])
        return redirect("wagtailadmin_explore", page.get_parent().pk)

    def say(self, page, *, publish):
        if page.live:
            return f"“{page.title}” is restored and published."
        if publish and self.row.was_live:
            return (
                f"“{page.title}” is restored as a draft, for something in it must be "
                "changed before it is published. Its form says what."
            )
        return f"“{page.title}” is restored as a draft."

    def get_form(self):
        """Whether to publish, for those who may; None if nothing was published."""
        parent = parent_of(self.row)
        was_live = self.row.was_live or self.row.below.filter(was_live=True).exists()
        if not parent or not was_live:
            return None
        if not parent.permissions_for_user(self.request.user).can_publish_subpage():
            return None
        return RestoringForm(self.request.POST or None)

    def get_problem(self):
        try:
            check(self.row)
        except CannotRestoreError as error:
            return str(error)
        return ""

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            form=self.get_form(), problem=self.get_problem(), **kwargs
        )


class DeleteForGoodView(BinnedPageView):
    template_name = "psgsite/bin/delete.html"
    page_title = "Delete for good"
    header_icon = "bin"

    def is_allowed(self):
        return bool(getattr(self.request.user, "is_superuser", False))

    @transaction.atomic
    def post(self, request):
        for row in [self.row, *self.row.below]:
            log(instance=row, action=DELETE_ACTION, deleted=True)
            row.delete()
        messages.success(request, f"“{self.row.title}” is deleted for good.")
        return redirect("bin")
