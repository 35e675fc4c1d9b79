"""What a review adds to the admin."""

from django.shortcuts import redirect
from wagtail import hooks
from wagtail.admin import messages
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.permissions import register_permission_policy

from psgsite.review.approval import ReviewedPageViewSet
from psgsite.review.files import FilePolicy

for model, auth_model in [
    (get_image_model(), "wagtailimages.Image"),
    (get_document_model(), "wagtaildocs.Document"),
]:
    # Wagtail's own policy is for the class and those below it, and may come later.
    policy = FilePolicy(model, auth_model)
    register_permission_policy(model, policy, exact_class=True)


@hooks.register("register_admin_viewset", order=100)  # in place of Wagtail's own
def register_reviewed_pages():
    return ReviewedPageViewSet()


@hooks.register("before_convert_alias_page")
def keep_published_aliases(request, page):
    """What readers see would no longer follow the page that it shows."""
    if page.live and not page.permissions_for_user(request.user).can_publish():
        messages.error(
            request,
            f"“{page}” is published, so only someone who may publish can make it a page "
            "of its own.",
        )
        return redirect("wagtailadmin_pages:edit", page.pk)
    return None
