"""What pictures and documents add to the admin."""

from django.shortcuts import redirect
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from psgsite.publishing import pages_to_publish
from psgsite.uploads.consent import unsettled_in


@hooks.register("before_bulk_action")
def publish_no_unsettled_pictures(request, action, objects, view):
    """Publishing many pages at once skips their forms, which would refuse such pictures."""
    if action == "publish" and issubclass(view.model, Page):
        for page in pages_to_publish(objects, **view.get_execution_context()):
            if found := unsettled_in(page):
                messages.error(
                    request, f"Nothing was published, for “{page}”. {' '.join(found)}"
                )
                return redirect(view.next_url)
    return None


@hooks.register("before_publish_page")
def approve_no_unsettled_pictures(request, page):
    """So does approving a page where it is listed."""
    if found := unsettled_in(page):
        messages.error(request, f"“{page}” was not published. {' '.join(found)}")
        return redirect("wagtailadmin_pages:edit", page.pk)
    return None
