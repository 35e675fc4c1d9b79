from django import template

from psgsite.pagination import with_page

register = template.Library()


@register.simple_tag(takes_context=True)
def page_url(context, number, own_url=""):
    """Where another page of a list is; ``own_url`` is the list's address.

    Without that, it is this request's with all that it asks for.
    """
    if own_url:
        return with_page(own_url, number)
    request = context["request"]
    query = request.GET.copy()
    query.pop("page", None)
    if number > 1:
        query["page"] = number
    return f"?{query.urlencode()}" if query else request.path
