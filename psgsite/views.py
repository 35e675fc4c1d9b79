from django.conf import settings
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.views.static import serve
from wagtail.models import Site


def robots(request):
    """Tell crawlers where the sitemap is; a staging site asks them all to stay away."""
    context = {"staging": settings.STAGING, "site": Site.find_for_request(request)}
    return render(
        request, "robots.txt", context, content_type="text/plain; charset=utf-8"
    )


def rendition(request, path):
    """Serve one size of an image. Originals, which may tell where they were taken, stay.

    A proxy or a bucket may do this instead; a small site needs neither.
    """
    response = serve(request, path, document_root=f"{settings.MEDIA_ROOT}/images")
    # A changed image gets a new name.
    patch_cache_control(
        response, public=True, max_age=365 * 24 * 60 * 60, immutable=True
    )
    return response
