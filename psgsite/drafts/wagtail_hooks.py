from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogFormatter

from psgsite.drafts.sharing import REVOKED, SHARED, DraftLinksView, RevokeView


@hooks.register("register_admin_urls")
def register_draft_links():
    address = "pages/<int:page_id>/share-draft/"
    return [
        path(address, DraftLinksView.as_view(), name="share_draft"),
        path(f"{address}<int:pk>/revoke/", RevokeView.as_view(), name="revoke_draft"),
    ]


@hooks.register("register_page_header_buttons")
def offer_sharing(page, user, next_url=None, view_name=None):
    """Put "Share draft" into the menu of a page that was saved."""
    if page.pk and page.permissions_for_user(user).can_edit():
        address = reverse("share_draft", args=[page.pk])
        yield Button("Share draft", address, icon_name="link", priority=63)


class DraftLinkFormatter(LogFormatter):
    def format_comment(self, log_entry):
        return log_entry.data.get("comment", "")


@hooks.register("register_log_actions")
def register_draft_links_in_histories(actions):
    @actions.register_action(SHARED)
    class Shared(DraftLinkFormatter):
        label = "Share draft"
        message = "Made a link to the draft"

    @actions.register_action(REVOKED)
    class Revoked(DraftLinkFormatter):
        label = "Revoke link to draft"
        message = "Revoked a link to the draft"
