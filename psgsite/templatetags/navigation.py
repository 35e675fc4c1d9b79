from django import template
from django.urls import reverse

from psgsite import sections
from psgsite.sections import published_sections

register = template.Library()


@register.inclusion_tag("psgsite/includes/menu.html", takes_context=True)
def menu(context):
    """The sections that are shown in menus; the one that holds this page is marked."""
    request = context.get("request")
    items = [
        {
            "page": section,
            "kind": section._meta.model_name,
            "url": (url := section.get_url(request)),
            "current": current(request.path, url),
        }
        for section in published_sections(request)
        if section.show_in_menus
    ]
    search = reverse("search")
    found = {"url": search, "current": current(request.path, search)}
    return {"items": items, "search": found}


@register.simple_tag(takes_context=True)
def privacy_notice(context):
    return sections.privacy_notice(context.get("request"))


def current(path, url):
    """``aria-current`` of a link: on its page, on a page below it, or on another."""
    if path == url:
        return "page"
    return "true" if url and path.startswith(url) else ""
