"""Reading without a connection: a service worker keeps the pages that were read.

The server says what may be kept; the worker keeps nothing without that word.
"""

from django.conf import settings
from django.shortcuts import render
from django.utils.cache import patch_cache_control

from psgsite.pages import BasePage

HEADER = "X-Offline"


def allow_keeping(request, response):
    """Let readers' devices keep what is the same for everyone, unless someone signed in."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        response[HEADER] = "keep"


def serve_for_keeping(serve):
    """Wagtail's ``on_serve_page``: say of each page whether it may be kept.

    Previews and drafts aren't served this way.
    """

    def serve_and_say(page, request, args, kwargs):
        response = serve(page, request, args, kwargs)
        if may_be_kept(page, response):
            allow_keeping(request, response)
        return response

    return serve_and_say


def may_be_kept(page, response):
    is_html = response.get("Content-Type", "").startswith("text/html")
    if response.status_code != 200 or not is_html or not isinstance(page, BasePage):
        return False
    return page.keeps_offline and page.is_known_public


def worker(request):
    """The service worker; browsers ask for it anew, and it changes as the files it keeps do."""
    response = render(request, "sw.js", content_type="text/javascript; charset=utf-8")
    patch_cache_control(response, no_cache=True)
    response["Service-Worker-Allowed"] = "/"
    return response


def offline(request):
    """What the worker shows in place of a page that it can neither fetch nor has kept."""
    return render(request, "offline.html")
