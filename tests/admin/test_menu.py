"""What the admin's menu offers: to each role what it uses, and no more."""

import pytest
from django.urls import reverse
from wagtail.admin.menu import admin_menu, help_menu, reports_menu, settings_menu

# The database is named here, for the tests find their users only as they run.
pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

HOME = "wagtailadmin_home"
WRITING = ["new-article", "explorer", "calendar", "images", "documents"]
PUBLISHING = ["new-article", "explorer", "review", "calendar"]
PUBLISHING += ["images", "topics", "newsletter", "documents"]
EDITORS_REPORTS = [
    "lacking-articles",
    "broken-links",
    "unreviewed-pages",
    "bin",
    "workflows",
    "site-history",
    "documents-without-text",
    "searches",
]
# Only who may unlock pages needs to see which are locked, and who may redirect, from where.
PUBLISHERS_REPORTS = [*EDITORS_REPORTS, "locked-pages", "missing-addresses"]
PUBLISHERS_REPORTS += ["waiting-mails"]
BUILDERS_REPORTS = ["page-types-usage", "workflow-tasks", "aging-pages"]
SEARCH = ["promoted-search-results", "synonyms"]

MEMBERS = ["enquiries", "one-person"]

MENUS = {
    "secretary": {
        "main": [*MEMBERS, "reports", "help"],
        "reports": ["waiting-mails"],
        "settings": [],
    },
    "editor": {
        "main": [*WRITING, "reports", "settings", "help"],
        "reports": EDITORS_REPORTS,
        "settings": SEARCH,
    },
    "publisher": {
        "main": [*PUBLISHING, "reports", "settings", "help"],
        "reports": PUBLISHERS_REPORTS,
        "settings": ["organisation", "redirects", *SEARCH],
    },
    "administrator": {
        "main": [*PUBLISHING, *MEMBERS, "reports", "settings", "help"],
        "reports": [*PUBLISHERS_REPORTS, *BUILDERS_REPORTS],
        "settings": [
            "workflows",
            "workflow-tasks",
            "sites",
            "collections",
            "users",
            "groups",
            "organisation",
            "redirects",
            *SEARCH,
        ],
    },
}


def names(menu, request):
    items = menu.menu_items_for_request(request)
    return [item.name for item in sorted(items, key=lambda item: item.order)]


@pytest.mark.parametrize("role", MENUS)
def test_the_menu_offers_a_role_what_it_uses(request, role):
    home = request.getfixturevalue(role).get(reverse(HOME)).wsgi_request

    assert names(admin_menu, home) == MENUS[role]["main"]
    assert set(names(reports_menu, home)) == set(MENUS[role]["reports"])
    assert set(names(settings_menu, home)) == set(MENUS[role]["settings"])


@pytest.mark.parametrize("role", MENUS)
def test_the_help_menu_has_our_handbook_and_not_the_guide_to_wagtail(request, role):
    home = request.getfixturevalue(role).get(reverse(HOME)).wsgi_request

    offered = names(help_menu, home)

    assert offered[0] == "handbook"
    assert "keyboard-shortcuts-trigger" in offered
    assert "editor-guide" not in offered


def test_news_of_wagtail_is_for_those_who_update_it(administrator, editor):
    def offers(client):
        home = client.get(reverse(HOME)).wsgi_request
        return any(name.startswith("whats-new") for name in names(help_menu, home))

    assert offers(administrator)
    assert not offers(editor)
