"""What readers see, and who may do what: the same before and after, or not."""

from django.contrib.auth.models import Group
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    PageViewRestriction,
    Site,
    Task,
    TaskState,
    Workflow,
)

from news.models import ArticlePage, Topic
from psgsite.models import Document, Image, OrganisationSettings, User

LIVE = Page.objects.live()
SEEN = [
    (LIVE, ["path", "title", "slug", "url_path", "alias_of", "locked", "expire_at"]),
    (ArticlePage.objects.live(), ["pk", "date", "summary", "body", "image"]),
    (PageViewRestriction.objects, ["page", "restriction_type"]),
    (Image.objects.filter(uploaded_by_user__username="other"), ["pk", "title", "file"]),
    (
        Document.objects.filter(uploaded_by_user__username="other"),
        ["pk", "title", "file"],
    ),
    (Topic.objects, ["name", "slug"]),
    (Redirect.objects, ["old_path", "redirect_link", "redirect_page"]),
    (OrganisationSettings.objects, ["name"]),
    (Site.objects, ["hostname", "port", "root_page"]),
    (Collection.objects, ["path", "name"]),
    (User.objects, ["username", "is_superuser", "is_active", "groups"]),
    (Group.objects, ["name", "permissions"]),
    (GroupPagePermission.objects, ["group", "page", "permission"]),
    (GroupCollectionPermission.objects, ["group", "collection", "permission"]),
    (Workflow.objects, ["name", "active"]),
    (Task.objects, ["name", "active"]),
    (TaskState.objects, ["pk", "status"]),
]


def what_is_published():
    return [sorted(rows.values_list(*fields), key=repr) for rows, fields in SEEN]
