"""Where a reader is sent who asked for an address that nothing answers."""

from typing import NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Q
from django.db.models.functions import Lower
from django.http import Http404
from django.urls import Resolver404, resolve
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site
from wagtail.views import serve

from psgsite.addresses.spelling import (
    fold,
    path_of,
    query_without_tracking,
    spellings,
)
from psgsite.sections import home_page


class Destination(NamedTuple):
    address: str
    is_permanent: bool


def destination(request, address, passed=()):
    """Where ``address``, a path that may have a query, leads; None if nowhere.

    An editor's redirect from this very address comes first, then a page or a part of the
    site that is spelt alike, then redirects from addresses spelt alike. What leads on to
    the next redirect is followed to its end. ``passed`` are redirects that it isn't to
    lead through again.
    """
    this, alike = [], []
    for redirect in redirects_from(request, address):
        if redirect.pk not in passed:
            (this if is_from(redirect, address) else alike).append(redirect)
    return (
        first_end(request, this, passed)
        or spelt_alike(request, address)
        or first_end(request, alike, passed)
    )


def first_end(request, redirects, passed):
    ends = (follow(request, redirect, passed) for redirect in redirects)
    return next((end for end in ends if end), None)


def redirects_from(request, address):
    """Redirects from ``address`` or from one spelt alike, in order, with one query."""
    here = fold(address)
    alike = {here, path_of(here)}
    stored = spellings(here) | {Redirect.normalise_path(address).lower()}
    found = (
        Redirect.objects.annotate(small=Lower("old_path"))
        .filter(Q(site=Site.find_for_request(request)) | Q(site=None), small__in=stored)
        .select_related("redirect_page")
        .order_by("pk")
    )

    def rank(redirect):
        is_whole = fold(redirect.old_path) == here
        return not is_whole, not is_from(redirect, address), redirect.site_id is None

    # Databases differ in what is a small letter, so what they found is looked at again.
    return sorted((each for each in found if fold(each.old_path) in alike), key=rank)


def is_from(redirect, address):
    """Whether the redirect is from this very address, whatever its query."""
    asked = Redirect.normalise_path(address)
    return redirect.old_path in {asked, path_of(asked)}


def spelt_alike(request, address):
    """What this site has there under another spelling, or None."""
    path = f"{path_of(fold(address)).rstrip('/')}/"
    if path == path_of(address) or takes_any(path) or not is_answered(request, path):
        return None
    return Destination(f"{path}{query_without_tracking(address)}", is_permanent=True)


def takes_any(path):
    """Whether ``path`` belongs to a part such as the documents, whatever there is in it."""
    try:
        match = resolve(path)
    except Resolver404:
        return False
    return match.func is not serve and bool(match.args or match.kwargs)


def follow(request, redirect, passed):
    """Where a redirect leads in the end; None if that is nowhere, or where it came from."""
    link = redirect.link
    if link is None:
        return None
    own = own_address(request, link)
    if own is None or is_answered(request, path_of(own)):
        return Destination(link, redirect.is_permanent)
    end = destination(request, own, (*passed, redirect.pk))
    if end is None:
        return None
    return Destination(end.address, end.is_permanent and redirect.is_permanent)


def own_address(request, link):
    """The path and query of a link to this site; None for one to another, or to a file."""
    url = urlsplit(link)
    site = Site.find_for_request(request)
    own_hosts = {
        None,
        site and site.hostname,
        urlsplit(f"//{request.get_host()}").hostname,
    }
    path = url.path or "/"
    if url.hostname not in own_hosts or path.startswith(
        (settings.STATIC_URL, settings.MEDIA_URL)
    ):
        return None
    return f"{path}?{url.query}" if url.query else path


def is_answered(request, path):
    """Whether a page answers ``path``, be it that it was withdrawn, or another part."""
    try:
        view, _, _ = resolve(path)
    except Resolver404:
        return False
    if view is not serve:
        return True
    home = home_page(request)
    try:
        return bool(
            home and home.route(request, [part for part in path.split("/") if part])
        )
    except Http404:
        return False
