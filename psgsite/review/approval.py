"""Holds an approval to what the page's own form would ask."""

from django.http import Http404
from wagtail import hooks
from wagtail.admin.views.pages.workflow import WorkflowActionView
from wagtail.admin.viewsets.pages import PageViewSet

from psgsite.listing import PageListView


class ApprovalView(WorkflowActionView):
    """Asks before it approves what Wagtail asks before a form publishes."""

    def post(self, request, *args, **kwargs):
        if self.action_name == "approve":
            # What an approval publishes, whichever revision was submitted.
            page = self.object.get_latest_revision_as_object()
            for hook in hooks.get_hooks("before_publish_page"):
                if response := hook(request, page):
                    return self.answer(response)
        return super().post(request, *args, **kwargs)

    def answer(self, response):
        """Send on someone who was asked for a comment in a window on the page."""
        if self.request.headers.get("x-requested-with") == "XMLHttpRequest":
            step = {"step": "success", "redirect": response.headers["Location"]}
            return self.render_modal_json(self.request, step)
        return response


class ReviewedPageViewSet(PageViewSet):
    """What all pages share. A type of page with views of its own builds upon it."""

    index_view_class = PageListView
    workflow_action_view_class = ApprovalView


def no_action(request, **kwargs):
    """Wagtail's admin API can publish and delete too, and asks nothing."""
    raise Http404("Pages are changed in the admin.")
