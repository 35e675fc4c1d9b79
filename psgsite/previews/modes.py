"""The ways in which editors look at a page in the making: as a page, and elsewhere."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from wagtail.models import Site

# The widths of what most readers have.
SIZES = [
    {
        "name": "phone",
        "icon": "mobile-alt",
        "device_width": 360,
        "label": "Preview on a phone",
    },
    {
        "name": "tablet",
        "icon": "tablet-alt",
        "device_width": 768,
        "label": "Preview on a tablet",
    },
    {
        "name": "desktop",
        "icon": "desktop",
        "device_width": 1280,
        "label": "Preview on a desk",
    },
]


@dataclass(frozen=True)
class Mode:
    """One way; ``serve`` takes the page and a request, and answers with what to look at."""

    name: str
    label: str
    serve: Callable


class PreviewedPage:
    """Stands before Wagtail's own classes, some of which know only one way."""

    # Beside as a page, in the order of the menu.
    previews: list[Mode] = []
    preview_sizes = SIZES

    @property
    def preview_modes(self):
        return [("", "As a page"), *((mode.name, mode.label) for mode in self.previews)]

    def serve_preview(self: Any, request, mode_name):
        # Where no site has been set up, there is no other place to be seen in.
        if Site.find_for_request(request):
            for mode in self.previews:
                if mode.name == mode_name:
                    return mode.serve(self, request)
        return super().serve_preview(request, mode_name)
