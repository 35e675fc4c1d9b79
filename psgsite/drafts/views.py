"""What someone without an account sees who opens a link to a draft."""

from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_http_methods

from psgsite.drafts.models import DraftLink
from psgsite.privacy import is_for_everyone

HEADERS = {"X-Robots-Tag": "noindex", "Referrer-Policy": "no-referrer"}


@require_http_methods(["GET", "HEAD"])
def draft(request, token):
    link = DraftLink.objects.with_token(token)
    if link is None:
        response = render(request, "psgsite/drafts/ended.html", status=404)
    elif link.ending:
        response = ended(link, request)
    else:
        response = show(link, request)
    for name, value in HEADERS.items():
        response[name] = value
    add_never_cache_headers(response)
    return response


def ended(link, request):
    is_public = not link.revoked_at and is_for_everyone(link.page)
    if link.was_published and is_public:
        return redirect(link.page.full_url)
    return render(request, "psgsite/drafts/ended.html", status=410)


def show(link, request):
    """The page's latest draft, as a preview that belongs to nobody."""
    if request.method == "GET":
        DraftLink.objects.filter(pk=link.pk).update(opened_at=timezone.now())
    # Whoever is signed in here sees what those see who aren't.
    request.META.pop("HTTP_COOKIE", None)
    page = link.page.get_latest_revision_as_object()
    return page.make_preview_request(
        request, page.default_preview_mode, {"draft_link": link}
    )
