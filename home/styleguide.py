"""A living page of what pages are made of, for people who work on the looks."""

from django.core.paginator import Paginator
from django.shortcuts import render
from wagtail.models import Site

from about.blocks import AimBlock, EventBlock, PersonBlock, WayOfJoiningBlock
from news.models import NewsIndexPage
from psgsite.body import BodyBlock

COLOURS = ["paper", "surface", "ink", "muted", "rule", "act", "link", "mark"]
SIZES = ["headline", "h1", "h2", "h3", "deck", "text", "teaser", "label", "small"]
STANDING = {
    "Aim": AimBlock(),
    "Event": EventBlock(),
    "Person": PersonBlock(),
    "Way of joining": WayOfJoiningBlock(),
}
# Blocks whose template is an item of a list.
ITEMS = {"Aim": "aims", "Event": "timeline"}


def styleguide(request):
    """Show every component with the values that editors see in previews of blocks."""
    section = NewsIndexPage.objects.first()
    named = {block.label: block for block in BodyBlock().child_blocks.values()}
    blocks = [
        {
            "name": name,
            "html": block.render(block.get_preview_value()),
            "list": ITEMS.get(name),
        }
        for name, block in (named | STANDING).items()
    ]
    context = {
        "page": Site.find_for_request(request).root_page.specific,
        "colours": COLOURS,
        "sizes": SIZES,
        "articles": section.articles()[:3],
        "map": section.region_map(request),
        "pages": Paginator(range(30), 10).page(2),
        "blocks": blocks,
    }
    return render(request, "home/styleguide.html", context)
