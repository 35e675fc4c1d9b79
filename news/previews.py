"""How editors look at an article in the making: among others, and as programs show it."""

from django.core.paginator import Paginator
from django.db.models import Q
from django.template.response import TemplateResponse

from news.archive.filters import Filters
from news.archive.listing import Listing
from news.archive.pages import PER_PAGE
from news.formats.feeds import NewsFeed
from psgsite.previews.card import CARD
from psgsite.previews.home import show
from psgsite.previews.modes import Mode
from psgsite.privacy import is_under
from psgsite.sections import home_page, private_paths_for

PRIVATE = "This article is private, so readers will not find it in any list."
TOO_OLD = (
    "With its date this article is not among the {count} latest, so the home page will "
    "not show it."
)
NO_NEWS = "The home page shows no news: its section is private or not published."


class Placed:
    """Published ``articles``, newest first, with one in the making at its place."""

    def __init__(self, articles, draft):
        self.articles = articles.exclude(pk=draft.pk)
        self.draft = draft
        self.place = self.articles.filter(newer_than(draft)).count()

    def __len__(self):
        return self.articles.count() + 1

    def __getitem__(self, part):
        start, stop, place = part.start or 0, part.stop, self.place
        if place >= stop:
            return list(self.articles[start:stop])
        before, after = self.articles[start:place], self.articles[place : stop - 1]
        return [*before, self.draft, *after]


def newer_than(draft):
    """What comes before ``draft`` in a list; one without a date counts as today's."""
    if draft.date is None:
        return Q(pk__in=[])
    same_day = Q(date=draft.date, pk__gt=draft.pk) if draft.pk else Q(pk__in=[])
    return Q(date__gt=draft.date) | same_day


def is_private(article, request):
    return is_under(article.path, private_paths_for(request))


def serve_in_list(article, request):
    """The page of the news list on which the article will be."""
    section = article.get_parent().specific
    listing = Listing(section.articles(), Filters(), section.get_url(request) or "")
    placed = Placed(listing.articles.for_cards(), article)
    listing.total = len(placed)
    page = Paginator(placed, PER_PAGE).page(placed.place // PER_PAGE + 1)
    context = section.list_context(listing, page) | {
        "draft": article,
        "preview_note": PRIVATE if is_private(article, request) else "",
    }
    return section.render(request, context_overrides=context)


def serve_on_home_page(article, request):
    home = home_page(request)
    if not hasattr(home, "sections"):
        return article.serve_preview(request, "")
    context = home.get_context(request)
    if "news" not in context:
        return show(home, request, context, draft=article, note=NO_NEWS)
    if is_private(article, request):
        return show(home, request, context, draft=article, note=PRIVATE)
    placed = Placed(context["news"].articles().for_cards(), article)
    context["articles"] = placed[: home.latest]
    note = "" if placed.place < home.latest else TOO_OLD.format(count=home.latest)
    return show(home, request, context, draft=article, note=note)


def serve_in_feed(article, request):
    """The article with what a feed says of it, and nothing of this site's looks."""
    feed = NewsFeed()
    section = feed.get_object(request, article.get_parent().specific)
    context = {
        "page": article,
        "feed_title": feed.title(section),
        "title": feed.item_title(article),
        "description": feed.item_description(article),
        "author": feed.item_author_name(article),
        "categories": feed.item_categories(article),
        **feed.item_extra_kwargs(article),
    }
    return TemplateResponse(request, "news/previews/feed.html", context)


PREVIEWS = [
    Mode("list", "In the news list", serve_in_list),
    Mode("home", "On the home page", serve_on_home_page),
    CARD,
    Mode("feed", "As feeds show it", serve_in_feed),
]
