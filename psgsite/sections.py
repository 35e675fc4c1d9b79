"""The pages right below the home page."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import get_resolver
from wagtail.models import Site

from psgsite.pages import BasePage
from psgsite.privacy import find_private_paths


class SectionPage(BasePage):
    """A page right below the home page, beside what the site has there that is no page."""

    # Whether the home page has a panel for it, and its siblings name it.
    is_presented = True

    # Whether it says what becomes of what readers send.
    is_privacy_notice = False

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        if self.slug and self.slug in reserved_slugs():
            raise ValidationError(
                {
                    "slug": f"“{self.slug}” is the address of another part of the site, "
                    "which would hide this page. Choose another."
                }
            )


def reserved_slugs():
    """The first words of all addresses that don't lead to a page."""
    addresses = [str(each.pattern) for each in get_resolver().url_patterns]
    addresses.append(settings.STATIC_URL.removeprefix("/"))
    return {address.split("/")[0] for address in addresses}


def published_sections(request):
    """The pages right below the home page that any visitor may read, in menu order.

    They are those that routed the request, so asking again takes no further query.
    """
    home = home_page(request)
    # Before the site is set up, its root is a plain page without sections.
    return home.published_sections() if hasattr(home, "published_sections") else []


def privacy_notice(request):
    """The page that says what becomes of what readers send; None if there is none."""
    sections = published_sections(request)
    return next((page for page in sections if page.is_privacy_notice), None)


def private_paths_for(request):
    """The tree paths of what isn't for everyone, as the home page brought them."""
    paths = getattr(home_page(request), "private_paths", None)
    return find_private_paths() if paths is None else paths


def home_page(request):
    site = Site.find_for_request(request) if request else None
    return site.root_page.specific if site else None
