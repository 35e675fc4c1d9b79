"""Who may do what: the groups of a new site, and the review between them."""

from django.contrib.auth.models import Group, Permission
from wagtail.models import (
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

# Wagtail's own migrations make "Editors" and "Moderators", with their work on pages,
# images and documents. Here moderators publish, and are called so.
EDITORS, PUBLISHERS, MEMBERSHIP = "Editors", "Publishers", "Membership"

# What readers search for, and what they are shown first.
SEARCH = [
    "search.add_synonyms",
    "search.change_synonyms",
    "search.delete_synonyms",
    "wagtailsearchpromotions.add_searchpromotion",
    "wagtailsearchpromotions.change_searchpromotion",
    "wagtailsearchpromotions.delete_searchpromotion",
]
# Mails that couldn't be sent: who asked whom to join or to review isn't shown.
MAILS = ["psgsite.view_outgoingmail", "psgsite.delete_outgoingmail"]
PERMISSIONS = {
    EDITORS: SEARCH,
    PUBLISHERS: [
        *SEARCH,
        *MAILS,
        "news.add_topic",
        "news.change_topic",
        "news.delete_topic",
        "news.send_digest",
        "psgsite.change_organisationsettings",
        "wagtailredirects.add_redirect",
        "wagtailredirects.change_redirect",
        "wagtailredirects.delete_redirect",
    ],
    MEMBERSHIP: [
        *MAILS,
        "wagtailadmin.access_admin",
        "about.view_enquiry",
        "about.delete_enquiry",
        "psgsite.handle_personaldata",
    ],
}
PAGE_PERMISSIONS = [
    "add_page",
    "change_page",
    "publish_page",
    "lock_page",
    "unlock_page",
]

WORKFLOW = "Review by a publisher"


def make_groups():
    """Add the groups that are missing; what an administrator allowed them stays."""
    groups = Group.objects
    if not groups.filter(name=PUBLISHERS).exists():
        groups.filter(name="Moderators").update(name=PUBLISHERS)
        yield from allow(groups.get_or_create(name=PUBLISHERS)[0])
        allow_publishing(groups.get(name=PUBLISHERS))
        yield from allow(groups.get_or_create(name=EDITORS)[0])
        protect_what_is_published()
    if not groups.filter(name=EDITORS).exists():
        yield from allow(groups.create(name=EDITORS))
    if not groups.filter(name=MEMBERSHIP).exists():
        yield from allow(groups.create(name=MEMBERSHIP))


def allow(group):
    for name in PERMISSIONS[group.name]:
        app, codename = name.split(".")
        group.permissions.add(
            Permission.objects.get(content_type__app_label=app, codename=codename)
        )
    yield f"group {group}"


def allow_publishing(group):
    root = Page.get_first_root_node()
    for codename in PAGE_PERMISSIONS:
        permission = Permission.objects.get(
            content_type__app_label="wagtailcore", codename=codename
        )
        GroupPagePermission.objects.get_or_create(
            group=group, page=root, permission=permission
        )


def protect_what_is_published():
    """Let editors change only the files they uploaded: a new one shows at once."""
    GroupCollectionPermission.objects.filter(
        group__name=EDITORS,
        permission__codename__in=["change_image", "change_document"],
    ).delete()


def make_workflow():
    """What an editor submits goes to the publishers, anywhere in the tree."""
    if Workflow.objects.filter(name=WORKFLOW).exists():
        return
    # Wagtail's migrations make one for its moderators, which are the publishers now.
    Workflow.objects.filter(name="Moderators approval").update(name=WORKFLOW)
    GroupApprovalTask.objects.filter(name="Moderators approval").update(name=WORKFLOW)
    workflow, _ = Workflow.objects.get_or_create(name=WORKFLOW)
    task, _ = GroupApprovalTask.objects.get_or_create(name=WORKFLOW)
    task.groups.add(Group.objects.get(name=PUBLISHERS))
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task)
    root = Page.get_first_root_node()
    WorkflowPage.objects.get_or_create(page=root, defaults={"workflow": workflow})
    yield f"workflow “{workflow}”"
