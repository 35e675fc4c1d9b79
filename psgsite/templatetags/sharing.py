from django import template

from psgsite import sharing
from psgsite.structured_data import as_script, describe

register = template.Library()


@register.simple_tag(takes_context=True)
def sharing_image(context):
    """The picture that links to the page show: its url, width, height and alt."""
    return sharing.sharing_image(context["page"], context["request"])


@register.simple_tag(takes_context=True)
def structured_data(context, address, image):
    """What the page at ``address`` is, for search engines."""
    things = describe(
        context["page"],
        context["request"],
        address=address,
        image=image["url"],
        crumbs=context.get("crumbs") or (),
    )
    return as_script(things)
