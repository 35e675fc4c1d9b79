"""Who may do what, by direct address and not only by what the menu shows."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, Site, Workflow

from news.models import Topic
from psgsite.models import OrganisationSettings, User
from tests.admin.editing import was_refused

pytestmark = pytest.mark.any_database

EDITOR, PUBLISHER, SECRETARY = "editor", "publisher", "secretary"
NOBODY, PUBLISHERS, WRITERS = [], [PUBLISHER], [EDITOR, PUBLISHER]

# The parts of the admin, by the name of their address, and who may open them.
PARTS = {
    "wagtailadmin_home": [EDITOR, PUBLISHER, SECRETARY],
    "wagtailadmin_account": [EDITOR, PUBLISHER, SECRETARY],
    "wagtailadmin_explore_root": WRITERS,
    "wagtailimages:index": WRITERS,
    "wagtailimages:add_multiple": WRITERS,
    "wagtaildocs:index": WRITERS,
    "wagtaildocs:add_multiple": WRITERS,
    "wagtailsnippets_news_topic:list": PUBLISHERS,
    "wagtailsnippets_news_topic:add": PUBLISHERS,
    "wagtailsnippets_search_synonyms:list": WRITERS,
    "wagtailsnippets_search_synonyms:add": WRITERS,
    "wagtailsearchpromotions:index": WRITERS,
    "wagtailsearchpromotions:add": WRITERS,
    "searches_report": WRITERS,
    "documents_without_text": WRITERS,
    "missing_addresses": PUBLISHERS,
    "make_redirect": PUBLISHERS,
    "waiting_mails": [PUBLISHER, SECRETARY],
    "bin": WRITERS,
    "enquiries": [SECRETARY],
    "one_person": [SECRETARY],
    "wagtailsettings:edit": PUBLISHERS,
    "wagtailredirects:index": PUBLISHERS,
    "wagtailredirects:add": PUBLISHERS,
    "wagtailredirects:start_import": PUBLISHERS,
    "wagtailusers_users:index": NOBODY,
    "wagtailusers_users:add": NOBODY,
    "wagtailusers_groups:index": NOBODY,
    "wagtailusers_groups:add": NOBODY,
    "wagtailsites:index": NOBODY,
    "wagtailsites:add": NOBODY,
    "wagtailadmin_workflows:index": NOBODY,
    "wagtailadmin_workflows:add": NOBODY,
    "wagtailadmin_workflows:task_index": NOBODY,
    "wagtailadmin_collections:index": NOBODY,
    "wagtailadmin_collections:add": NOBODY,
}


def address(part):
    if part == "wagtailsettings:edit":
        return reverse(part, args=["psgsite", "organisationsettings", site().pk])
    return reverse(part)


def site():
    return Site.objects.get()


@pytest.mark.parametrize("role", [EDITOR, PUBLISHER, SECRETARY])
def test_each_role_opens_its_own_parts_of_the_admin_and_no_others(request, role):
    client = request.getfixturevalue(role)

    answers = {part: client.get(address(part)) for part in PARTS}

    opened = {part for part, answer in answers.items() if answer.status_code == 200}
    refused = {part for part, answer in answers.items() if was_refused(answer)}
    assert opened == {part for part, roles in PARTS.items() if role in roles}
    assert refused == PARTS.keys() - opened


def test_an_administrator_opens_them_all(administrator):
    for part in PARTS:
        assert administrator.get(address(part), follow=True).status_code == 200


def test_nobody_opens_them_without_signing_in(client, home):
    for part in PARTS:
        response = client.get(address(part))

        assert response.headers["Location"].startswith("/admin/login/?next=")


# What posting to a part makes: its fields, and the model and field to look it up by.
ADDITIONS = {
    "wagtailsnippets_news_topic:add": ({"name": "Rivers", "slug": ""}, Topic, "name"),
    "wagtailredirects:add": (
        {"old_path": "/old", "redirect_link": "https://example.org/", "site": ""},
        Redirect,
        "old_path",
    ),
    "wagtailusers_groups:add": ({"name": "Friends"}, Group, "name"),
    "wagtailsites:add": ({"hostname": "example.org", "port": 80}, Site, "hostname"),
    "wagtailadmin_workflows:add": ({"name": "Quick"}, Workflow, "name"),
    "wagtailadmin_collections:add": ({"name": "Mine"}, Collection, "name"),
}


@pytest.mark.parametrize("part", ADDITIONS)
@pytest.mark.parametrize("role", [EDITOR, PUBLISHER, SECRETARY])
def test_posting_to_a_part_works_for_those_who_may_open_it(request, role, part):
    fields, model, key = ADDITIONS[part]
    client = request.getfixturevalue(role)

    response = client.post(address(part), fields)

    made = model.objects.filter(**{key: fields[key]}).exists()
    assert made == (role in PARTS[part])
    assert was_refused(response) != made


def test_only_a_publisher_changes_the_organisation(editor, publisher, secretary):
    form = {"name": "Friends of Peru", "social_links-count": 0}
    seen = []

    for client in (editor, secretary, publisher):
        client.post(address("wagtailsettings:edit"), form)
        seen.append(OrganisationSettings.objects.get().name)

    assert seen == ["Peru Support Group", "Peru Support Group", "Friends of Peru"]


def test_no_role_makes_itself_an_administrator(editor, publisher, secretary):
    for client, name in [
        (editor, "editors"),
        (publisher, "publishers"),
        (secretary, "membership"),
    ]:
        user = User.objects.get(username=name)
        client.post(
            reverse("wagtailusers_users:edit", args=[user.pk]),
            {"username": name, "email": "a@example.org", "is_superuser": "on"},
        )
        client.post(reverse("wagtailadmin_account"), {"is_superuser": "on"})

    assert User.objects.get(is_superuser=True).username == "admin"
