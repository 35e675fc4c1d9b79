"""What pages are in the words of https://schema.org/, for search engines."""

import json

from django.templatetags.static import static
from django.utils.safestring import mark_safe
from wagtail.models import Site

from psgsite.models import OrganisationSettings
from psgsite.sharing import absolute

# In a script, none of these may stand as they are: "</script>" would end it.
ESCAPES = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}


def as_script(things):
    data = {"@context": "https://schema.org", "@graph": things}
    text = json.dumps(data, ensure_ascii=False).translate(ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308 escaped


def describe(page, request, *, address, image, crumbs=()):
    """All that is said of a page: the home page says who we are, others where they are.

    ``crumbs`` are dicts of title and url, for what is below the page.
    """
    site = Site.find_for_request(request)
    publisher = organisation(request)
    if page.pk == site.root_page_id:
        return [publisher, website(publisher)]
    return [
        breadcrumb_list(trail(page, request, crumbs)),
        *page.structured_data(address=address, image=image, publisher=publisher),
    ]


def organisation(request):
    settings = OrganisationSettings.for_request(request)
    home = absolute(request, "/")
    logo = absolute(request, static("psgsite/icon-512.png"))
    known = {
        "description": settings.description,
        "email": settings.email,
        "telephone": settings.telephone,
        "sameAs": [link.value["url"] for link in settings.social_links],
    }
    return {
        "@type": "Organization",
        "@id": f"{home}#organisation",
        "name": settings.name,
        "url": home,
        "logo": {"@type": "ImageObject", "url": logo, "width": 512, "height": 512},
    } | {name: value for name, value in known.items() if value}


def website(publisher):
    home = publisher["url"]
    return {
        "@type": "WebSite",
        "@id": f"{home}#website",
        "name": publisher["name"],
        "url": home,
        "inLanguage": "en-GB",
        "publisher": {"@id": publisher["@id"]},
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": f"{home}search/?query={{search_term_string}}",
            },
            "query-input": "required name=search_term_string",
        },
    }


def trail(page, request, crumbs):
    """Name and address of each page from the home page down to this one."""
    pages = [*page.breadcrumbs, page]
    links = [(each.title, each.get_full_url(request)) for each in pages]
    links += [(crumb["title"], absolute(request, crumb["url"])) for crumb in crumbs]
    return [("Home", links[0][1]), *links[1:]]


def breadcrumb_list(crumbs):
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": address}
        for position, (name, address) in enumerate(crumbs, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}
