"""The home page."""

from django.http import Http404
from django.utils.functional import cached_property

from about.models import JoinPage
from news.models import NewsIndexPage
from psgsite.pages import BasePage, BasePageManager, whole, with_types
from psgsite.previews.card import CARD
from psgsite.previews.modes import PreviewedPage
from psgsite.privacy import (
    find_private_paths,
    read_private_paths,
    with_private_paths,
)


class HomePageManager(BasePageManager):
    def get_queryset(self):
        return with_private_paths(super().get_queryset())


class HomePage(PreviewedPage, BasePage):
    """Says who we are, what is new, and where the standing pages are."""

    parent_page_types = ["wagtailcore.Page"]
    max_count = 1
    subpage_types = [
        "news.NewsIndexPage",
        "about.AboutPage",
        "about.AimsPage",
        "about.HistoryPage",
        "about.HumanRightsPage",
        "about.JoinPage",
        "about.PrivacyPage",
    ]

    objects = HomePageManager()

    previews = [CARD]
    latest = 10  # articles

    @cached_property
    def private_paths(self):
        """Tree paths of what isn't for everyone, which the query for this page brought."""
        if "joined_restricted_paths" in self.__dict__:
            return read_private_paths(self)
        # A page in the making, shown as a preview, wasn't fetched with them.
        return find_private_paths()

    @cached_property
    def sections(self):
        """The pages right below, in menu order, whole: routing, menu and panels share them."""
        pages = [whole(page) for page in with_types(self.get_children())]
        for page in pages:
            page._cached_parent_obj = self
            page.private_paths = self.private_paths
        return pages

    def published_sections(self):
        """The sections that any visitor may read."""
        return [page for page in self.sections if page.live and page.is_known_public]

    def route(self, request, path_components):
        if not path_components:
            return super().route(request, path_components)
        slug, *rest = path_components
        for section in self.sections:
            if section.slug == slug:
                return section.route(request, rest)
        raise Http404(f"There is no section {slug!r}.")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        for section in self.published_sections():
            if isinstance(section, NewsIndexPage):
                context["news"] = section
                context["articles"] = list(
                    section.articles().for_cards()[: self.latest]
                )
                context["map"] = section.region_map(request)
            elif isinstance(section, JoinPage):
                context["join"] = section
            elif section.is_presented:
                context.setdefault("panels", []).append(section)
        return context


# Django looks for the models of an app here.
from home.dashboard.models import Finding  # noqa: E402, F401
