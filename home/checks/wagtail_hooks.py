from wagtail import hooks
from wagtail.admin.userbar import ContentCheckerItem

from home.checks.item import ContentChecks


@hooks.register("construct_wagtail_userbar")
def check_our_texts(request, items, page):
    """Put this site's checks in the place of Wagtail's, on pages and in the editor."""
    items[:] = [
        ContentChecks(in_editor=item.in_editor)
        if isinstance(item, ContentCheckerItem)
        else item
        for item in items
    ]
