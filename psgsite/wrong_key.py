"""What the admin shows in place of personal data to which the key is missing."""

from django.shortcuts import render
from django.views.generic import View

from psgsite.encryption import WrongKeyError


class WrongKeyMixin(View):
    """For views of the admin that decrypt: say what to do, with status 503."""

    def dispatch(self, request, *args, **kwargs):
        try:
            return super().dispatch(request, *args, **kwargs)
        except WrongKeyError:
            title = "The key is missing"
            context = {
                "header_title": title,
                "header_icon": "key",
                "breadcrumbs_items": [{"url": "", "label": title}],
            }
            return render(request, "psgsite/admin/wrong_key.html", context, status=503)
