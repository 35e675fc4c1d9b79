"""What readers get when the site can't serve them: pages that need nothing of it."""

import re
import sys
from pathlib import Path

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpResponse

# Read as the program starts, so that nothing can fail when it is needed. A static file, so
# that a proxy can show it too.
BE_RIGHT_BACK = (Path(__file__).parent / "static/psgsite/503.html").read_text()


def in_same_frame(heading, words):
    """That page with another title and other words."""
    page = re.sub(r"(?<=<title>)[^–]+", f"{heading} ", BE_RIGHT_BACK)
    main = f"<main>\n      <h1>{heading}</h1>\n      {words}\n    </main>"
    return re.sub(r"<main>.*</main>", main, page, flags=re.DOTALL)


WENT_WRONG = in_same_frame(
    "Something went wrong on our side",
    "<p>This page could not be shown. The fault is ours, not yours, and it has been "
    "recorded.</p><p>Please try again in a few minutes, or go to "
    '<a href="/">the home page</a>.</p>',
)


def server_error(request):
    """Django's handler of exceptions: 503 if the database doesn't answer, else 500."""
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        return be_right_back()
    return HttpResponse(WENT_WRONG, status=500, headers={"Cache-Control": "no-store"})


def be_right_back():
    headers = {"Retry-After": "120", "Cache-Control": "no-store"}
    return HttpResponse(BE_RIGHT_BACK, status=503, headers=headers)


class MaintenanceMiddleware:
    """Closes the site to everyone while there is a file ``maintenance`` in DATA_DIR."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if (settings.DATA_DIR / "maintenance").exists():
            return be_right_back()
        return self.get_response(request)
