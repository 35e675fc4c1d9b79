from django.conf import settings
from django.shortcuts import render
from wagtail.models import Site


def robots(request):
    """Tell crawlers where the sitemap is; a staging site asks them all to stay away."""
    context = {"staging": settings.STAGING, "site": Site.find_for_request(request)}
    return render(
        request, "robots.txt", context, content_type="text/plain; charset=utf-8"
    )
