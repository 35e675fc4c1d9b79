"""Someone says that a standing page is still right, without changing it."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import log
from wagtail.models import Page

from home.dashboard.health import REVIEWED
from news.models import ArticlePage


def stands(page):
    """Whether ``page`` is one that has to stay right: news is of its day."""
    return page.live and not issubclass(page.specific_class or Page, ArticlePage)


class ReviewedView(WagtailAdminTemplateMixin, View):
    template_name = "home/dashboard/reviewed.html"
    page_title = "Still right"
    header_icon = "check"
    breadcrumbs_items = []

    def setup(self, request, pk):
        super().setup(request)
        self.page = get_object_or_404(Page, pk=pk)

    def dispatch(self, request, pk):
        if not self.page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        if not stands(self.page):
            raise Http404("Only a published page that isn't an article is reviewed.")
        return super().dispatch(request)

    def get(self, request):
        return self.render_to_response(self.get_context_data())

    def post(self, request):
        log(instance=self.page, action=REVIEWED, user=request.user)
        title = self.page.get_admin_display_title()
        messages.success(request, f"Noted that “{title}” was reviewed today.")
        return redirect("unreviewed_pages")

    def get_page_subtitle(self):
        return self.page.get_admin_display_title()

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            page=self.page,
            edit_url=reverse("wagtailadmin_pages:edit", args=[self.page.pk]),
            action_url=self.request.get_full_path(),
            submit_button_label="Reviewed today",
            submit_button_active_label="Noting…",
            **kwargs,
        )
