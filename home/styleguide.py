"""A living page of what pages are made of, for people who work on the looks."""

from django.shortcuts import render
from wagtail.models import Site

from about.blocks import AimBlock, EventBlock, PersonBlock, WayOfJoiningBlock
from news.models import ArticlePage
from psgsite.blocks import BodyBlock

COLOURS = ["paper", "surface", "ink", "muted", "rule", "act", "link", "mark"]
SIZES = ["headline", "h1", "h2", "h3", "deck", "text", "teaser", "label", "small"]
STANDING = [AimBlock(), EventBlock(), PersonBlock(), WayOfJoiningBlock()]


def styleguide(request):
    """Show every component with the values that editors see in previews of blocks."""
    body = BodyBlock()
    blocks = [*body.child_blocks.values(), *STANDING]
    context = {
        "page": Site.find_for_request(request).root_page.specific,
        "colours": COLOURS,
        "sizes": SIZES,
        "articles": ArticlePage.objects.published().for_cards().newest_first()[:3],
        "blocks": [
            (block.label, block.render(block.get_preview_value())) for block in blocks
        ],
    }
    return render(request, "home/styleguide.html", context)
