"""What is answered to a form that comes without what proves that it came from this site.

Nearly always, somebody had the page open for a long time, or came back to it.
"""

from django.http import HttpResponse
from wagtail.models import Page
from wagtail.views import serve

from psgsite.errors import STALE_FORM


def stale_form(request, reason=""):
    """Django's ``CSRF_FAILURE_VIEW``: show a page's form again, with what was in it."""
    match = request.resolver_match
    if match and match.func is serve:
        route = Page.route_for_request(request, *match.args, **match.kwargs)
        if route and getattr(route.page, "shows_stale_form", False):
            request.is_stale = True
            return serve(request, *match.args, **match.kwargs)
    return HttpResponse(STALE_FORM, status=403, headers={"Cache-Control": "no-store"})
