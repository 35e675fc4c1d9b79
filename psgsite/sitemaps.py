"""What search engines find every page by: an index, and the sitemaps that it names.

A page that is withdrawn changes a sitemap without making it newer, so none tells a
``Last-Modified``; crawlers that have the same already get 304 by its ``ETag``.
"""

import re
from urllib.parse import urlsplit

from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps import views as django_views
from django.contrib.sitemaps.views import x_robots_tag
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import reverse
from wagtail.models import Site

from psgsite.privacy import is_for_everyone
from psgsite.sections import published_sections

XML = "application/xml; charset=utf-8"


class SiteSitemap(Sitemap):
    """Addresses of the Wagtail site, whatever host was asked for them."""

    limit = 10_000
    template_name = "sitemap.xml"

    def __init__(self, request):
        self.request = request
        self.root_url = root_url_or_404(request)

    def get_protocol(self, protocol=None):
        return urlsplit(self.root_url).scheme

    def get_domain(self, site=None):
        return urlsplit(self.root_url).netloc

    def get_urls(self, page=1, site=None, protocol=None):
        urls = super().get_urls(page, site, protocol)
        if not urls:
            raise Http404("A sitemap without an address would not be valid.")
        self.latest_lastmod = None
        return urls

    def files(self, section):
        """What the index says of this sitemap: an entry for each of its files."""
        pages = self.paginator
        if not pages.count:
            return []
        address = self.root_url + reverse("sitemap", args=[section])
        addresses = [address, *(f"{address}?p={n}" for n in pages.page_range[1:])]
        changed = self.get_latest_lastmod()
        return [{"location": each, "last_mod": changed} for each in addresses]


class PageSitemap(SiteSitemap):
    """The home page and the pages right below it."""

    def items(self):
        home = Site.find_for_request(self.request).root_page.specific
        pages = [home, *published_sections(self.request)]
        return [page for page in pages if is_for_everyone(page, page.private_paths)]

    def location(self, item):
        return path_of(item, self.request)

    def lastmod(self, item):
        return item.last_published_at


@x_robots_tag
def sitemap_index(request, sitemaps):
    """Name the files of each sitemap that has an address in it."""
    files = [
        file
        for section, sitemap in sitemaps.items()
        for file in sitemap(request).files(section)
    ]
    if not files:
        raise Http404("This site has no page that everyone may read.")
    context = {"sitemaps": files}
    return TemplateResponse(request, "sitemap_index.xml", context, content_type=XML)


def sitemap(request, sitemaps, section):
    """Show one file of a sitemap."""
    number = request.GET.get("p", "1")
    # Django would take "+2", "02" and other alphabets' digits for second addresses.
    if section not in sitemaps or not re.fullmatch(r"[1-9][0-9]*", number):
        raise Http404(f"There is no file {number!r} of a sitemap {section!r}.")
    made = sitemaps[section](request)
    return django_views.sitemap(
        request, {section: made}, section, made.template_name, XML
    )


def root_url_or_404(request):
    site = Site.find_for_request(request)
    # Before the site is set up, its root is a plain page without sections.
    if not site or not hasattr(site.root_page.specific, "published_sections"):
        raise Http404("This site isn't set up yet: run setup_site.")
    return site.root_url


def path_of(page, request):
    """The address of a page below its site's own."""
    _, _, path = page.get_url_parts(request)
    return path
