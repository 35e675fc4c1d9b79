"""What is sent to the addresses: what would change most, if it were allowed."""

from news.models import ArticlePage
from tests.admin.editing import PUBLISH, form

# Wagtail takes it for granted that its own page was opened before, and fails without.
NOT_POSTED = {
    "wagtailredirects:process_import": "a file was uploaded a step before",
    "wagtailsnippetchoosers_news_topic:create": "the window offers no form",
    "wagtailsnippetchoosers_search_synonyms:create": "the window offers no form",
}


def posted(name, objects):
    """The form for the address of that name; most need none, or only show their own."""
    make = FORMS.get(name)
    return make(objects) if make else {}


def article(objects):
    return form(ArticlePage, title="Changed", slug="changed") | PUBLISH


def copy(objects):
    where = {"new_parent_page": objects["news"], "new_slug": "copy"}
    return where | {"new_title": "Copy", "publish_copies": "on"}


def picture(objects):
    # Without a file: Wagtail deletes the old one at once, and no rollback brings it back.
    return {
        "title": "Changed",
        "collection": 1,
        "tags": "",
        "description": "Other people",
        "credit": "A. Vargas",
        "consent": "nobody",
    }


def person(objects):
    return {"username": "other", "email": "other@example.org", "is_superuser": "on"}


FORMS = {
    "wagtailadmin_pages:add": article,
    "wagtailadmin_pages:edit": article,
    "wagtailadmin_pages:revisions_revert": article,
    "wagtailadmin_pages:copy": copy,
    "restore_page": lambda _: {"publish": "on"},
    "share_draft": lambda _: {"days": 7},
    "wagtailadmin_pages:set_privacy": lambda _: {"restriction_type": "login"},
    "wagtailadmin_choose_page_external_link": lambda _: {
        "external-link-chooser-url": "https://example.org/"
    },
    "wagtail_bulk_action wagtailcore/page/move": lambda objects: {
        "chooser": objects["home"]
    },
    "wagtail_bulk_action psgsite/user/assign_role": lambda objects: {
        "role": objects["group"]
    },
    "wagtailimages:edit": picture,
    "wagtailusers_users:edit": person,
    "wagtailusers_users:add": person,
    "wagtailusers_groups:edit": lambda _: {"name": "Changed"},
    "wagtailusers_groups:add": lambda _: {"name": "Added"},
    "wagtailadmin_workflows:task_chooser_create": lambda _: {
        "create-task-name": "Added",
        "create-task-groups": [],
    },
    "wagtailsnippets_news_topic:add": lambda _: {"name": "Added", "slug": "added"},
    "wagtailsnippets_news_topic:edit": lambda _: {"name": "Changed", "slug": "changed"},
    "wagtailsettings:edit": lambda _: {"name": "Changed", "social_links-count": 0},
}
