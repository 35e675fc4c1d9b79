"""Who sees enquiries, what is noted of it, and what a lost key does."""

from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import ModelLogEntry

from about.joining.models import Enquiry
from tests import factories
from tests.admin.editing import was_refused
from tests.admin.enquiries import LIST, asked, one, shown

OTHER_KEY = "bm90aGluZy1idXQtemVyb3MtYW5kLW9uZXMtaGVyZSE="
HOME = "/admin/"
HISTORY = "/admin/reports/site-history/"


@pytest.fixture
def enquiry(home):
    return factories.enquiry()


def addresses(enquiry):
    names = ["enquiry", "handle_enquiry", "delete_enquiry"]
    return [LIST, f"{LIST}?export=csv", f"{LIST}handle/"] + [
        one(enquiry, name) for name in names
    ]


@pytest.mark.parametrize("role", ["editor", "publisher"])
def test_those_who_write_and_publish_see_and_change_nothing(request, role, enquiry):
    client = request.getfixturevalue(role)

    for address in addresses(enquiry):
        assert was_refused(client.get(address))
        assert was_refused(client.post(address, {"enquiry": enquiry.pk}))
    assert Enquiry.objects.waiting().exists()
    assert not ModelLogEntry.objects.for_instance(enquiry).exists()


@pytest.mark.parametrize("role", ["secretary", "administrator"])
def test_the_group_and_administrators_see_them(request, role, enquiry):
    assert shown(request.getfixturevalue(role).get(LIST)) == ["Rosa Quispe"]


@pytest.mark.parametrize("role", ["editor", "secretary", "administrator"])
def test_wagtails_own_list_of_forms_has_nothing_to_show(request, role, enquiry):
    client = request.getfixturevalue(role)

    html = client.get(reverse("wagtailforms:index"), follow=True).content.decode()

    assert "/admin/forms/submissions/" not in html
    assert "Rosa" not in html


def test_the_home_says_how_many_wait(secretary, enquiry):
    factories.enquiry().mark_handled(factories.User.objects.first())
    one_waits = secretary.get(HOME).content.decode()
    Enquiry.objects.all().delete()

    assert f'<a href="{LIST}?state=new">1 enquiry waits</a>' in one_waits
    assert "No enquiry waits." in secretary.get(HOME).content.decode()


def test_the_home_shows_each_only_what_is_theirs(secretary, editor, enquiry):
    groups, writers = (c.get(HOME).content.decode() for c in (secretary, editor))

    for said in ["My drafts", "Waiting for review", "Content health", "Search all"]:
        assert said not in groups
        assert said in writers
    assert "1 enquiry waits" not in writers


def test_whatever_is_done_is_in_the_history_without_names(
    secretary, administrator, enquiry
):
    asked(secretary, words="Rosa")
    secretary.get(one(enquiry))
    secretary.get(f"{LIST}?export=csv")
    secretary.get(f"{LIST}?export=xlsx")
    secretary.post(one(enquiry, "handle_enquiry"))
    secretary.post(one(enquiry, "handle_enquiry"))
    secretary.post(one(enquiry, "handle_enquiry"), {"back": ""})
    secretary.post(one(enquiry, "delete_enquiry"))

    entries = ModelLogEntry.objects.filter(content_type__model="enquiry")
    noted = [(entry.label, str(entry.message)) for entry in entries.order_by("pk")]
    name = f"Enquiry {enquiry.pk}"
    assert noted == [
        ("Enquiries", "Looked at the list: 1 enquiry, page 1"),
        (name, "Read"),
        ("Enquiries", "Exported: 1 enquiry, CSV"),
        ("Enquiries", "Exported: 1 enquiry, XLSX"),
        (name, "Marked as handled"),
        (name, "Marked as not handled yet"),
        (name, "Deleted"),
    ]
    assert {entry.user.get_username() for entry in entries} == {"membership"}
    html = administrator.get(HISTORY).content.decode()
    assert all(message in html for _, message in noted)
    assert "Rosa" not in html


def test_editors_do_not_see_who_read_what(secretary, editor, enquiry):
    secretary.get(one(enquiry))

    assert f"Enquiry {enquiry.pk}" not in editor.get(HISTORY).content.decode()


def test_without_the_key_the_pages_say_what_to_do(
    settings, secretary, administrator, enquiry
):
    secretary.get(one(enquiry))
    settings.ENCRYPTION_KEYS = [OTHER_KEY]

    for address in (LIST, one(enquiry), f"{LIST}?export=csv"):
        response = secretary.get(address)
        assert response.status_code == 503
        assert "ENCRYPTION_KEYS" in response.content.decode()
        assert "no-store" in response["Cache-Control"]
    assert secretary.get(HOME).status_code == 200
    assert administrator.get(HISTORY).status_code == 200
    assert secretary.post(one(enquiry, "handle_enquiry")).status_code == 302
    settings.ENCRYPTION_KEYS = [
        OTHER_KEY,
        "b25seS1mb3ItZGV2ZWxvcG1lbnQtb25seS1mb3ItZGU=",
    ]
    assert shown(secretary.get(LIST)) == ["Rosa Quispe"]


def test_a_site_that_had_the_group_before_gets_its_rights(secretary, enquiry):
    group = Group.objects.get(name="Membership")
    group.permissions.set(group.permissions.filter(codename="access_admin"))
    assert was_refused(secretary.get(LIST))

    import_module("about.migrations.0008_membership_rights").give_rights(apps, None)

    assert secretary.get(LIST).status_code == 200
    assert secretary.get(reverse("one_person")).status_code == 200


def test_rights_that_an_administrator_took_away_stay_away(secretary, enquiry):
    group = Group.objects.get(name="Membership")
    group.permissions.remove(*group.permissions.filter(codename="delete_enquiry"))

    call_command("setup_site", "--no-content")

    assert was_refused(secretary.post(one(enquiry, "delete_enquiry")))
    assert "Delete" not in secretary.get(one(enquiry)).content.decode()
