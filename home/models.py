"""The home page."""

from django.http import Http404
from django.utils.functional import cached_property

from about.models import JoinPage
from news.models import NewsIndexPage
from psgsite.pages import BasePage, whole, with_types

LATEST = 10


class HomePage(BasePage):
    """Says who we are, what is new, and where the standing pages are."""

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "news.NewsIndexPage",
        "about.AboutPage",
        "about.AimsPage",
        "about.HistoryPage",
        "about.HumanRightsPage",
        "about.JoinPage",
    ]

    @cached_property
    def sections(self):
        """The pages right below, in menu order, whole: routing, menu and panels share them."""
        pages = [whole(page) for page in with_types(self.get_children())]
        for page in pages:
            page._cached_parent_obj = self
        return pages

    def published_sections(self):
        """The sections that any visitor may read."""
        return [page for page in self.sections if page.live and not page.is_private]

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
                context["articles"] = section.articles().for_cards()[:LATEST]
            elif isinstance(section, JoinPage):
                context["join"] = section
            else:
                context.setdefault("panels", []).append(section)
        return context
