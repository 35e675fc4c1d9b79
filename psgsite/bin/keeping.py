"""Keeps every page that is deleted, in whatever way Django or Wagtail does it.

Only SQL written by hand, such as a queryset's ``_raw_delete()``, goes unseen.
"""

from uuid import uuid4

from django.db.models.signals import pre_delete
from django.dispatch import receiver
from wagtail.contrib.redirects.models import Redirect
from wagtail.log_actions import get_active_log_context
from wagtail.models import (
    COMMENTS_RELATION_NAME,
    Page,
    PageLogEntry,
    ReferenceIndex,
)

from psgsite.bin.models import BinnedPage
from psgsite.pages import BasePage

# A page with more of them behind it comes back as the last: each would have to move.
MOST_FOLLOWERS = 50


# All pages that one deletion takes are announced before the first of them goes.
@receiver(pre_delete, sender=Page)
def keep(instance, origin, **kwargs):
    """Keep what the database has of a page; Wagtail has unpublished ``instance`` already."""
    page = Page.objects.get(pk=instance.pk).specific
    if not isinstance(page, BasePage):
        return  # Wagtail's welcome page, or one whose type is gone
    parent = page.get_parent()
    address = page.get_url_parts()
    BinnedPage.objects.create(
        deletion=vars(origin).setdefault("deletion", uuid4()),
        page_id=page.pk,
        parent_id=parent.pk,
        path=page.path,
        content_type=page.content_type,
        title=page.get_admin_display_title(),
        place=parent.get_admin_display_title(),
        address=address[2] if address else page.url_path,
        was_live=page.live,
        deleted_by=who_deletes(page),
        kept={
            "page": without_comments(page.serializable_data()),
            "draft": newer_draft(page),
            "restrictions": [
                {
                    "restriction_type": restriction.restriction_type,
                    "password": restriction.password,
                    "groups": [group.pk for group in restriction.groups.all()],
                }
                for restriction in page.view_restrictions.all()
            ],
            "redirects": list(
                Redirect.objects.filter(redirect_page=page).values(
                    "old_path",
                    "site_id",
                    "is_permanent",
                    "redirect_page_route_path",
                    "automatically_created",
                )
            ),
            "followers": followers(page),
            "used_by": users_of(page),
        },
    )


def without_comments(content):
    return {key: content[key] for key in content if key != COMMENTS_RELATION_NAME}


def newer_draft(page):
    """What was written of the page since it was published, or all if it never was."""
    revision = page.latest_revision
    if revision is None or (page.live and not page.has_unpublished_changes):
        return None
    return without_comments(revision.content)


def followers(page):
    """The pages behind this one in the tree, the nearest first; [] if they are many."""
    found = page.get_siblings().filter(path__gt=page.path)
    pks = list(
        found.order_by("path").values_list("pk", flat=True)[: MOST_FOLLOWERS + 1]
    )
    return pks if len(pks) <= MOST_FOLLOWERS else []


def users_of(page):
    """What links to the page or shows it: lists of app, model and number."""
    references = ReferenceIndex.get_references_to(page)
    return sorted(
        [*reference.content_type.natural_key(), reference.object_id]
        for reference in references.select_related("content_type")
    )


def who_deletes(page):
    """Wagtail logs a deletion just before it; else it is whoever is at work in the admin."""
    latest = PageLogEntry.objects.filter(page=page.pk).order_by("-pk").first()
    if latest and latest.action == "wagtail.delete":
        return latest.user
    return get_active_log_context().user
