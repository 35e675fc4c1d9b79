from wagtail.models import Site


def published_sections(request):
    """The pages right below the home page that any visitor may read, in menu order.

    They are those that routed the request, so asking again takes no further query.
    """
    site = Site.find_for_request(request) if request else None
    home = site.root_page.specific if site else None
    # Before the site is set up, its root is a plain page without sections.
    return home.published_sections() if hasattr(home, "published_sections") else []
