"""What a link to a page shows where it is shared."""

from urllib.parse import urljoin

from django.urls import reverse
from wagtail.images.models import SourceImageIOError
from wagtail.models import Site

from psgsite.cards import HEIGHT, WIDTH, Card
from psgsite.models import OrganisationSettings

SIZE = f"fill-{WIDTH}x{HEIGHT}|format-jpeg"


def absolute(request, address):
    """An address on this site with the site's own host, not the one that was asked."""
    return urljoin(Site.find_for_request(request).root_url, address)


def sharing_image(page, request):
    """A picture of ``page``: its own or a card. A dict of url, width, height and alt."""
    return own_image(page, request) or card_image(page, request)


def own_image(page, request):
    if not page.sharing_image:
        return None
    try:
        # One that is there already isn't looked up: get_context() has done that.
        rendition = page.sharing_image.get_renditions(SIZE)[SIZE]
    except SourceImageIOError:  # its file is gone
        return None
    return {
        "url": absolute(request, rendition.url),
        "width": rendition.width,
        "height": rendition.height,
        "alt": page.sharing_image_alt,
    }


def card_image(page, request):
    card = card_of(page, request)
    return {
        "url": absolute(request, card_address(page, card)),
        "width": WIDTH,
        "height": HEIGHT,
        "alt": card.title,
    }


def card_of(page, request):
    name = OrganisationSettings.for_request(request).name
    # The home page has the organisation's name, which the card says anyhow.
    title = page.description if page.title == name else ""
    return Card(organisation=name, title=title or page.title, label=page.card_label)


def card_address(page, card):
    return f"{reverse('card', args=[page.pk])}?v={card.version}"
