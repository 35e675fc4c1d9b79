"""What a link to a page looks like where people share it."""

from base64 import b64encode
from urllib.parse import urlsplit

from django.template.response import TemplateResponse

from psgsite.cards import HEIGHT, WIDTH
from psgsite.previews.modes import Mode
from psgsite.sharing import absolute, card_of, own_image


def serve_card(page, request):
    context = {
        "page": page,
        "picture": own_image(page, request) or drawn_picture(page, request),
        "title": page.seo_title or page.title,
        "description": page.description,
        "host": urlsplit(absolute(request, "/")).netloc.removeprefix("www."),
    }
    return TemplateResponse(request, "psgsite/previews/card.html", context)


def drawn_picture(page, request):
    """The card, within the address itself: only a published page has it at one."""
    card = card_of(page, request)
    png = b64encode(card.png()).decode()
    return {
        "url": f"data:image/png;base64,{png}",
        "width": WIDTH,
        "height": HEIGHT,
        "alt": card.title,
        "is_drawn": True,
    }


CARD = Mode("card", "As a social card", serve_card)
