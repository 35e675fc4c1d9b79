from django import template
from django.urls import reverse
from wagtail.models import Page, ReferenceIndex

register = template.Library()

MOST_NAMED = 20


@register.inclusion_tag("psgsite/uploads/used_in.html")
def used_in(used):
    """What uses a picture or a document, by name, with a link where it can be changed."""
    users = ReferenceIndex.get_grouped_references_to(used)
    named = [
        {"name": str(user), "state": state(user), "address": address(user)}
        for user, _ in users[:MOST_NAMED]
    ]
    return {"users": named, "more": len(users) - len(named)}


def state(user):
    if not isinstance(user, Page):
        return user._meta.verbose_name
    return "published" if user.live else "draft"


def address(user):
    if isinstance(user, Page):
        return reverse("wagtailadmin_pages:edit", args=[user.pk])
    return ""
