"""What the admin's lists of pages have in common."""

from typing import Any

from django.utils.functional import cached_property
from wagtail.admin.views.pages.listing import ExplorableIndexView


class PlainSearch:
    """Takes a quotation mark for a space: it means nothing here, and on SQLite it is an error."""

    @cached_property
    def search_query(self):
        listing: Any = super()
        return listing.search_query.replace('"', " ").strip()


class PageListView(PlainSearch, ExplorableIndexView):
    pass
