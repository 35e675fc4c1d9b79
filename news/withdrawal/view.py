"""The admin's page on which a publisher withdraws an article."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets import AdminAutoHeightTextInput

from news.models import ArticlePage
from news.withdrawal.pages import LONGEST_REASON


class WithdrawalForm(forms.Form):
    reason = forms.CharField(
        max_length=LONGEST_REASON,
        widget=AdminAutoHeightTextInput,
        label="Reason for readers",
        help_text="Plain text, up to 500 characters, shown at the article’s address: don’t "
        "repeat what must no longer be read.",
    )


class WithdrawView(WagtailAdminTemplateMixin, View):
    template_name = "news/admin/withdraw.html"
    page_title = "Withdraw"
    header_icon = "no-view"
    breadcrumbs_items = []

    def setup(self, request, pk):
        super().setup(request)
        self.article = get_object_or_404(ArticlePage, pk=pk)
        self.form = WithdrawalForm(request.POST or None)

    def dispatch(self, request, pk):
        if not self.article.permissions_for_user(request.user).can_unpublish():
            raise PermissionDenied
        return super().dispatch(request)

    def get(self, request):
        return self.render_to_response(self.get_context_data())

    def post(self, request):
        if not self.form.is_valid():
            return self.get(request)
        self.article.withdraw(self.form.cleaned_data["reason"], request.user)
        edit_url = reverse("wagtailadmin_pages:edit", args=[self.article.pk])
        messages.success(
            request,
            f"“{self.article.title}” is withdrawn.",
            buttons=[messages.button(edit_url, "Edit")],
        )
        return redirect("wagtailadmin_explore", self.article.get_parent().pk)

    def get_page_subtitle(self):
        return self.article.get_admin_display_title()

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            article=self.article,
            form=self.form,
            media=self.form.media,
            action_url=self.request.get_full_path(),
            submit_button_label="Withdraw it",
            submit_button_active_label="Withdrawing…",
            **kwargs,
        )
