"""What a page in the making will look like on the home page."""

from django.template.response import TemplateResponse

from psgsite.previews.modes import Mode
from psgsite.sections import home_page

PRIVATE = "This page is private, and the home page shows only what everyone may read."


def serve_section(section, request):
    """The home page with ``section`` on it as it would be if it were published."""
    home = home_page(request)
    if not hasattr(home, "sections"):
        return section.serve_preview(request, "")
    section.live, section.private_paths = True, home.private_paths
    section._cached_parent_obj = home
    others = [each for each in home.sections if each.pk != section.pk]
    place = len([each for each in others if each.path < section.path])
    home.sections = [*others[:place], section, *others[place:]]
    note = "" if section.is_known_public else PRIVATE
    return show(home, request, home.get_context(request), draft=section, note=note)


def show(home, request, context, *, draft, note=""):
    """The home page with the mark on ``draft``; ``note`` says why it isn't there, if so."""
    context = context | {"draft": draft, "preview_note": note}
    return TemplateResponse(request, home.get_template(request), context)


ON_HOME_PAGE = Mode("home", "On the home page", serve_section)
