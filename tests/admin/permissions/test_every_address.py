"""Every address of the admin, asked for by everybody, answers as the table says."""

from dataclasses import dataclass

import pytest
from django.contrib.messages import ERROR, get_messages
from django.db import transaction

from tests.admin.permissions.addresses import addresses
from tests.admin.permissions.objects import make_objects
from tests.admin.permissions.posts import NOT_POSTED, posted
from tests.admin.permissions.published import what_is_published
from tests.admin.permissions.table import ROLES, ROWS, is_open, row_of

pytestmark = pytest.mark.any_database

CLIENTS = dict(
    zip(ROLES, ["secretary", "editor", "publisher", "administrator"], strict=True)
)
# One fails on purpose, to show what that looks like; the other signs out.
LEFT_OUT = ["wagtailadmin_error_test", "wagtailadmin_logout"]


@pytest.fixture
def objects(home, news):
    return make_objects(home, news)


def asked(objects):
    return [pair for pair in addresses(objects) if pair[0] not in LEFT_OUT]


@dataclass
class Walk:
    """Opens each address, then sends something to it; all that it does is undone."""

    answers: dict
    changing: set

    @classmethod
    def of(cls, client, objects):
        before = what_is_published()
        walk = cls({}, set())
        for name, address in asked(objects):
            # Without what the admin says on the next page, of what went before.
            cookies = client.cookies.copy()
            answers = [outcome(client.get(address))]
            client.cookies = cookies.copy()
            if name not in NOT_POSTED:
                with transaction.atomic():
                    response = client.post(address, posted(name, objects))
                    if what_is_published() != before:
                        walk.changing.add(name)
                    transaction.set_rollback(True)
                client.cookies = cookies
                answers.append(outcome(response))
            told = dict.fromkeys(filter(None, answers))
            walk.answers[name] = "/".join(told) or "yes"
        return walk


def outcome(response):
    status = response.status_code
    if status == 302 and response.headers["Location"].startswith("/admin/login/"):
        return "login"
    said = get_messages(response.wsgi_request)
    if status == 403 or (status == 302 and any(each.level == ERROR for each in said)):
        return "no"
    # A method or a form that isn't known here says nothing of who may come in.
    return {404: "404", 301: "404", 405: "", 400: ""}.get(status, "yes")


def test_the_table_has_a_row_for_every_address(objects):
    rows = {name: row_of(name) for name, _ in asked(objects)}

    missing = [name for name, row in rows.items() if row is None]
    assert not missing, "Add these addresses to tests/admin/permissions/table.py"
    assert set(ROWS) == set(rows.values()), "Rows that no address needs"


@pytest.mark.parametrize("role", ROLES)
def test_each_role_opens_and_changes_what_the_table_says(request, objects, role):
    client = request.getfixturevalue(CLIENTS[role])

    walk = Walk.of(client, objects)

    column = ROLES.index(role)
    assert walk.answers == {name: ROWS[row_of(name)][column] for name in walk.answers}
    if role in ("Membership", "Editor"):
        assert not walk.changing
    else:
        assert walk.changing >= PUBLISHING
        allowed = ADMINISTRATION if role == "Administrator" else set()
        assert walk.changing & ADMINISTRATION == allowed


PUBLISHING = {
    "wagtailadmin_pages:edit",
    "wagtailadmin_pages:revisions_revert",
    "wagtailadmin_pages:delete",
    "wagtailadmin_pages:unpublish",
    "wagtailadmin_pages:copy",
    "wagtailadmin_pages:lock",
    "wagtailadmin_pages:set_privacy",
    "wagtailadmin_pages:workflow_action",
    "wagtail_bulk_action wagtailcore/page/publish",
    "wagtail_bulk_action psgsite/image/delete",
    "wagtailimages:edit",
    "wagtaildocs:delete",
    "wagtailsnippets_news_topic:edit",
    "wagtailsettings:edit",
}
ADMINISTRATION = {
    "wagtailusers_users:delete",
    "wagtailusers_groups:delete",
    "wagtail_bulk_action psgsite/user/delete",
    "wagtailadmin_workflows:disable",
    "wagtailsites:delete",
}


def test_nobody_comes_in_without_signing_in(client, objects):
    walk = Walk.of(client, objects)

    let_in = {name for name, answer in walk.answers.items() if answer != "login"}
    assert let_in == {name for name in walk.answers if is_open(name)}
    assert not walk.changing
