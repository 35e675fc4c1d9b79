"""Puts a deleted page back where it was, with its old number, so that links to it work."""

from django.apps import apps
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import Error, transaction
from django.db.models import F
from django.utils import timezone
from modelcluster.models import get_all_child_relations
from treebeard.mp_tree import MP_Node
from wagtail.contrib.redirects.models import Redirect
from wagtail.log_actions import log
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.tasks import update_reference_index_task

from psgsite.bin.models import BinnedPage

LOG_ACTION = "psgsite.restore"


class CannotRestoreError(Exception):
    """Says why, and what to do, in words for editors."""


def parent_of(row):
    return Page.objects.filter(pk=row.parent_id).first()


def check(row):
    """Raise CannotRestoreError if there is no place for the page now."""
    parent = parent_of(row)
    if parent is None:
        if BinnedPage.objects.kept().filter(page_id=row.parent_id).exists():
            raise CannotRestoreError(
                f"The page above it, “{row.place}”, is in the bin too. Restore that first."
            )
        raise CannotRestoreError(
            f"The page above it, “{row.place}”, is gone for good, so there is no place "
            "for this one."
        )
    if any(each.page_class is None for each in [row, *row.below]):
        raise CannotRestoreError(
            "The site has no pages of this kind any more. Ask who looks after it."
        )
    if Page.objects.filter(pk=row.page_id).exists():
        raise CannotRestoreError("It is on the site already.")
    slug = row.kept["page"]["slug"]
    if taken := parent.get_children().filter(slug=slug).first():
        raise CannotRestoreError(
            f"Its address, {row.address}, now belongs to the page “{taken.title}”. Give "
            "that one another slug and publish it, then restore this one."
        )
    if not row.page_class.can_create_at(parent.specific):
        raise CannotRestoreError(
            f"“{parent.title}” takes no page of the kind “{row.kind}”, or has one in its "
            "place already."
        )


@transaction.atomic
def restore(pk, user, *, publish):
    """Put the page back, and those that went with it; return it.

    ``publish`` puts what was published before readers again; the rest are drafts. Raises
    CannotRestoreError, having changed nothing.
    """
    row = BinnedPage.objects.kept().select_for_update().filter(pk=pk).first()
    if row is None:
        raise CannotRestoreError("It isn’t in the bin any more.")
    check(row)
    rows = [row, *row.below]
    try:
        for each in rows:
            restore_one(each, user, publish=publish)
    except (ValidationError, TypeError, ValueError, KeyError, Error) as error:
        raise CannotRestoreError(
            "What was kept of it doesn’t fit this version of the site any more. Ask who "
            f"looks after it, and tell them this: {error}"
        ) from error
    BinnedPage.objects.filter(pk__in=[each.pk for each in rows]).delete()
    return Page.objects.get(pk=row.page_id).specific


def restore_one(row, user, *, publish):
    page = rebuild(row)
    for kept in row.kept["restrictions"]:
        restrict(page, user, **kept)
    for kept in row.kept["redirects"]:
        redirect_again(page, **kept)
    draft = row.kept["draft"]
    log(instance=page, action=LOG_ACTION, user=user)
    lost_its_page = bool(row.kept["page"]["alias_of"]) and not page.alias_of_id
    publish = publish and row.was_live and not lost_its_page and may_be_read(page)
    if page.alias_of_id:
        # It has no revisions; readers see of it what they see of its page by now.
        if publish and page.alias_of.live:
            page.alias_of.specific.update_aliases()
    elif row.was_live or not draft:
        revision = page.save_revision(user=user, clean=False)
        if publish:
            revision.publish(user=user, skip_permission_checks=True)
    if draft:
        page = Page.objects.get(pk=page.pk).specific
        page.with_content_json(draft).save_revision(user=user, clean=False)
    for app, model, pk in row.kept["used_by"]:
        use_again(app, model, pk)


def may_be_read(page):
    """Whether the page has all that its type asks for now, and its time isn't over."""
    if page.expire_at and page.expire_at <= timezone.now():
        return False
    try:
        page.full_clean()
    except ValidationError:
        return False
    return True


def rebuild(row):
    """Add the page, as a draft, to the tree and to the database under its old number."""
    parent = Page.objects.select_for_update().get(pk=row.parent_id)
    kept = row.kept["page"] | {"locale": parent.locale_id}
    page = row.page_class.from_serializable_data(kept)
    page.content_type = row.content_type
    page.live = page.has_unpublished_changes = False
    page.live_revision = page.latest_revision = None
    put_last(page, parent)
    # Wagtail's add_child() gives a new number, and save() wants both rows to be there.
    fields = {f.attname: getattr(page, f.attname) for f in Page._meta.concrete_fields}
    Page.objects.bulk_create([Page(**fields)])
    page.save_base(raw=True)
    give_back_what_belongs_to(page, kept)
    page.save(clean=False, log_action=None)
    move_before(page, row.kept["followers"])
    return Page.objects.get(pk=row.page_id).specific


def give_back_what_belongs_to(page, kept):
    """Add such things as the questions of a form: they need the page to be there."""
    whole = type(page).from_serializable_data(kept)
    for relation in get_all_child_relations(type(page)):
        name = relation.get_accessor_name()
        if name in kept:
            setattr(page, name, getattr(whole, name).all())


def put_last(page, parent):
    """Give the page its place in the tree, as treebeard's add_child() does."""
    last = parent.get_last_child()
    page.depth = parent.depth + 1
    page.path = last._inc_path() if last else Page._get_path(parent.path, page.depth, 1)
    page.numchild = 0
    page._cached_parent_obj = parent
    page.set_url_path(parent)
    Page.objects.filter(pk=parent.pk).update(numchild=F("numchild") + 1)


def move_before(page, followers):
    """Move the page before the first of these that are still its siblings."""
    siblings = {each.pk: each for each in page.get_siblings().filter(pk__in=followers)}
    for pk in followers:
        if pk in siblings:
            # Wagtail's own would note it as the work of the person who restores the page.
            MP_Node.move(Page.objects.get(pk=page.pk), siblings[pk], pos="left")
            return


def restrict(page, user, *, groups, **fields):
    restriction = PageViewRestriction(page=page, **fields)
    restriction.save(user=user)
    restriction.groups.set(Group.objects.filter(pk__in=groups))


def redirect_again(page, **fields):
    """Lead from an old address to the page, unless the address now leads elsewhere."""
    address = {"old_path": fields["old_path"], "site_id": fields["site_id"]}
    site_is_there = Site.objects.filter(pk=fields["site_id"]).exists()
    if fields["site_id"] is not None and not site_is_there:
        return
    if not Redirect.objects.filter(**address).exists():
        Redirect.objects.create(redirect_page=page, **fields)


def use_again(app, model, pk):
    """Note once more that something uses the page, unless that is gone itself."""
    try:
        found = apps.get_model(app, model)._default_manager.filter(pk=pk)
    except LookupError:
        return
    if found.exists():
        update_reference_index_task.enqueue(app, model, str(pk))
