from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.http import FileResponse, Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.templatetags.static import static
from django.utils.cache import patch_cache_control
from django.views.static import serve
from wagtail.models import Page, Site

from psgsite.cards import PAPER
from psgsite.models import OrganisationSettings, Rendition
from psgsite.offline import allow_keeping
from psgsite.pages import BasePage, whole, with_types
from psgsite.privacy import for_everyone
from psgsite.sharing import card_address, card_of
from psgsite.uploads.privacy import is_restricted, may_see

DAY = 24 * 60 * 60
MONTH = 30 * DAY

FAVICON = Path(__file__).parent / "static/psgsite/favicon.ico"
# What is too long to stand below an icon is shortened to its initials.
LONGEST_SHORT_NAME = 12


def robots(request):
    """Tell crawlers where the sitemap is; a staging site asks them all to stay away."""
    context = {"staging": settings.STAGING, "site": Site.find_for_request(request)}
    return render(
        request, "robots.txt", context, content_type="text/plain; charset=utf-8"
    )


def rendition(request, path):
    """Serve one size of an image; originals stay where they are.

    A proxy may do this instead, if no collection of pictures is private.
    """
    size = Rendition.objects.filter(file=f"images/{path}")
    if (restricted := is_restricted(size)) and not may_see(request, size.get().image):
        raise Http404(f"{path} is private.")
    response = serve(request, path, document_root=f"{settings.MEDIA_ROOT}/images")
    if restricted:
        patch_cache_control(response, private=True, no_store=True)
        return response
    allow_keeping(request, response)
    # A changed image gets a new name.
    patch_cache_control(
        response, public=True, max_age=365 * 24 * 60 * 60, immutable=True
    )
    return response


def card(request, page_id):
    """Serve the picture that links to a page show, if any visitor may read the page.

    The page is asked for each time, so that what is withdrawn isn't shown again.
    """
    pages = with_types(for_everyone(Page.objects.all()))
    page = whole(get_object_or_404(pages, pk=page_id))
    if not isinstance(page, BasePage):
        raise Http404(f"Page {page_id} has no card.")
    drawn = card_of(page, request)
    if request.GET.get("v") != drawn.version:
        response = redirect(card_address(page, drawn))
        patch_cache_control(response, public=True, max_age=60)
        return response
    png = cache.get_or_set(f"card-{drawn.version}", drawn.png, MONTH)
    response = HttpResponse(png, content_type="image/png")
    patch_cache_control(response, public=True, max_age=MONTH, immutable=True)
    return response


def manifest(request):
    """Say how the site looks on a device's home screen."""
    name = OrganisationSettings.for_request(request).name
    icons = [("icon-192", 192, "any"), ("icon-512", 512, "any")]
    icons += [("icon-maskable-512", 512, "maskable")]
    facts = {
        "id": "/",
        "name": name,
        "short_name": short(name),
        "lang": "en-GB",
        "start_url": "/",
        "scope": "/",
        "display": "minimal-ui",
        "theme_color": PAPER,
        "background_color": PAPER,
        "icons": [icon(*each) for each in icons],
    }
    response = JsonResponse(facts, content_type="application/manifest+json")
    patch_cache_control(response, public=True, max_age=DAY)
    return response


def icon(name, size, purpose):
    return {
        "src": static(f"psgsite/{name}.png"),
        "sizes": f"{size}x{size}",
        "type": "image/png",
        "purpose": purpose,
    }


def short(name):
    if len(name) <= LONGEST_SHORT_NAME:
        return name
    return "".join(word[0] for word in name.split() if word[0].isupper()) or name


def favicon(request):
    """Answer browsers and programs that ask for it here, whatever the page says."""
    response = FileResponse(FAVICON.open("rb"), content_type="image/x-icon")
    patch_cache_control(response, public=True, max_age=DAY)
    return response
