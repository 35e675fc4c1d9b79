from django.urls import reverse
from wagtail.admin.ui.components import Component

from about.joining.admin.criteria import WAITING
from about.joining.models import Enquiry


class EnquiriesPanel(Component):
    """On the home of those who answer enquiries: how many wait."""

    name = "enquiries"
    order = 200
    template_name = "about/enquiries/panel.html"

    def get_context_data(self, parent_context=None):
        address = reverse("enquiries")
        return {
            "panel": self,
            "count": Enquiry.objects.waiting().count(),
            "waiting_url": f"{address}?state={WAITING}",
            "all_url": address,
        }
