"""What readers looked for in vain, on the admin's home."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from wagtail.admin.ui.components import Component

from search.figures.report import USUAL, searched_since

SHOWN = 5


class NothingFoundPanel(Component):
    name = "nothing_found"
    order = 260  # after what the home says of the content
    template_name = "search/admin/nothing_found.html"

    def get_context_data(self, parent_context=None):
        since = timezone.localdate() - timedelta(days=int(USUAL) - 1)
        queries = searched_since(since).filter(outcome__found=0)
        first = list(queries.order_by("-searches", "query_string")[: SHOWN + 1])
        return {
            "panel": self,
            "queries": first[:SHOWN],
            "has_more": len(first) > SHOWN,
            "address": f"{reverse('searches_report')}?found=0",
        }
