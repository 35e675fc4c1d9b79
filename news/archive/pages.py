"""The archive's addresses: its lists, by time and subject, and its feeds."""

from django.shortcuts import redirect
from wagtail.contrib.routable_page.models import RoutablePageMixin, path, re_path

from news.archive.counts import count_regions
from news.archive.facets import Facets
from news.archive.filters import Filters, read_filters
from news.archive.listing import Listing
from news.archive.peru_map import tile_map
from news.formats.feeds import AtomNewsFeed, NewsFeed
from psgsite.pagination import page_or_404, with_page
from psgsite.previews.card import CARD
from psgsite.previews.modes import PreviewedPage
from psgsite.sections import SectionPage

PER_PAGE = 10


class ArchivePage(PreviewedPage, RoutablePageMixin, SectionPage):
    """Serves a news section's lists; what is in them is for the section to say."""

    previews = [CARD]

    class Meta:
        abstract = True

    def articles(self):
        """The articles that any visitor may read, newest first."""
        raise NotImplementedError

    @path("")
    @path("topics/<slug:topic>/")
    @path("regions/<slug:region>/")
    @re_path(r"^(?P<year>[0-9]{4})/$")
    @re_path(r"^(?P<year>[0-9]{4})/(?P<month>[0-9]{1,2})/$")
    def list_of_articles(self, request, **in_path):
        """Show the articles that pass the filters in the address.

        Each list has one address; any other that asks for the same redirects there.
        """
        chosen = read_filters(request.GET, in_path)
        news_url = self.get_url(request) or ""
        listing = Listing(self.articles(), chosen, news_url)
        articles = page_or_404(
            listing.articles.for_cards(),
            request,
            per_page=PER_PAGE,
            total=listing.total,
        )
        if not chosen.are_asked_by(request.GET, in_path):
            own = with_page(listing.own_url, articles.number)
            return redirect(own, permanent=True)
        context = self.list_context(listing, articles)
        return self.render(request, context_overrides=context)

    def list_context(self, listing, articles):
        chosen = listing.chosen
        facets = Facets(chosen, listing.news_url)
        regions = facets.subjects(listing.subjects["regions"], "region")
        # A section that is below no site, as a preview may be, has no address.
        full_url = (self.full_url or "") + chosen.address
        return {
            "articles": articles,
            "listing": listing,
            "heading": listing.heading,
            "description": listing.description,
            "crumbs": listing.crumbs(),
            "years": facets.years(listing.months),
            "months": facets.months(listing.months),
            "topics": facets.subjects(listing.subjects["topics"], "topic"),
            "regions": regions,
            "map": tile_map(regions, chosen.region),
            "full_url": full_url,
            "canonical": with_page(full_url, articles.number),
        }

    def region_map(self, request):
        """The map of all this section's news, in one query; None if there is none of a region."""
        facets = Facets(Filters(), self.get_url(request) or "")
        return tile_map(facets.subjects(count_regions(self.articles()), "region"))

    @path("feed/")
    def rss(self, request):
        return NewsFeed()(request, section=self)

    @path("feed/atom/")
    def atom(self, request):
        return AtomNewsFeed()(request, section=self)
