"""What happens when the last reviewer approves a page.

Wagtail reads the setting that names this module while it makes its own models, so models
are only asked for once they are there.
"""

from django.http import JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.workflows import publish_workflow_state


class ApprovalRefused(Exception):  # noqa: N818 – named for what happened
    """Undoes an approval; its text says what is to be done first."""

    def __init__(self, page, text):
        super().__init__(text)
        self.page = page


def publish_if_settled(workflow_state, user=None):
    """Publish as Wagtail does, but no picture of people who may not have agreed."""
    from wagtail.models import Page

    from psgsite.uploads.consent import unsettled_in

    draft = workflow_state.content_object.get_latest_revision().as_object()
    if isinstance(draft, Page) and (found := unsettled_in(draft)):
        raise ApprovalRefused(
            draft, f"“{draft.title}” was not published. {' '.join(found)}"
        )
    publish_workflow_state(workflow_state, user=user)


class ApprovalMiddleware:
    """Tells the reviewer why, on the page where it can be put right."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if not isinstance(exception, ApprovalRefused):
            return None
        from wagtail.admin import messages

        messages.error(request, str(exception))
        address = reverse("wagtailadmin_pages:edit", args=[exception.page.pk])
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            # What the dialog that asks for a comment waits for.
            return JsonResponse({"step": "success", "redirect": address})
        return redirect(address)
