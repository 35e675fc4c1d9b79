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


BAD_REQUEST = in_same_frame(
    "This could not be read",
    "<p>What your browser sent was too long, or was damaged on its way. Nothing was "
    "stored.</p><p>Go back, shorten what you wrote, and try again.</p>",
)
STALE_FORM = in_same_frame(
    "This form was open too long",
    "<p>Or your browser keeps no cookies for this site, which it needs for the form. "
    "Nothing was stored.</p><p>Go back, load the page again, and send the form once "
    "more.</p>",
)


def bad_request(request, exception):
    """Django's handler of what can't be read; the log says why."""
    return HttpResponse(BAD_REQUEST, status=400, headers={"Cache-Control": "no-store"})


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
