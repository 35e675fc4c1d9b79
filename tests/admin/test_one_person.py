"""The page on which one sees, gives out and erases what is held of one person."""

import logging

import pytest
from wagtail import hooks
from wagtail.models import ModelLogEntry

from about.joining.models import Enquiry
from tests import factories
from tests.about.joining.whereabouts import cached, has_any, models_with, tables_with
from tests.admin.editing import messages, was_refused

PERSON = "/admin/one-person/"
ROSA = "Rosa@Example.org"


def send(client, do="show", email=ROSA):
    return client.post(PERSON, {"email": email, "do": do})


def noted():
    entries = ModelLogEntry.objects.filter(content_type__model="personaldata")
    return [entry.message for entry in entries.order_by("pk")]


@pytest.mark.parametrize("role", ["editor", "publisher"])
def test_those_who_write_and_publish_may_not(request, role):
    client = request.getfixturevalue(role)
    factories.enquiry()

    assert was_refused(client.get(PERSON))
    for do in ("show", "download", "ask", "erase"):
        assert was_refused(send(client, do))
    assert Enquiry.objects.exists()


def test_what_is_held_is_shown(secretary):
    factories.enquiry(gift_aid=True, sent="2026-11-27T12:00Z")
    factories.enquiry(name="Somebody else", email="other@example.org")

    html = send(secretary).content.decode()

    for said in ["enquiries (1)", "Rosa Quispe", "27 November 2026, 12:00", "Yes"]:
        assert said in html
    assert "Somebody else" not in html


def test_what_another_part_holds_is_shown_too(secretary):
    class Letters:
        name = "letters"

        def find(self, email):
            return [{"text": "<i>Dear</i> all", "copies": ["Ana", None]}]

    with hooks.register_temporarily("register_personal_data", Letters):
        html = send(secretary).content.decode()

    assert "letters (1)" in html
    assert "&lt;i&gt;Dear&lt;/i&gt; all" in html
    assert "Ana" in html


def test_of_a_stranger_nothing_is_held(secretary):
    assert "Nothing is held" in send(secretary).content.decode()
    assert "Nothing is held" in send(secretary, "ask").content.decode()
    assert "Yes, erase" not in send(secretary, "ask").content.decode()


@pytest.mark.parametrize("email", ["", "rosa", "a@b\r\nBcc: c@d.org", "a\0@b.org"])
def test_what_is_no_address_is_said(secretary, email):
    for do in ("show", "erase"):
        response = send(secretary, do, email)

        assert response.status_code == 200
        assert response.context["form"].errors
    assert not noted()


def test_it_is_given_out_as_json(secretary):
    factories.enquiry(name="José Ñahui", email="rosa@example.org")

    response = send(secretary, "download")

    assert "personal-data.json" in response["Content-Disposition"]
    assert {"Name": "José Ñahui"} in response.json()["held"]["enquiries"][0]["answers"]
    assert "José" in response.content.decode()


def test_it_is_erased_only_after_asking(secretary):
    factories.enquiry()

    asked = send(secretary, "ask").content.decode()

    assert "Yes, erase it all" in asked
    assert Enquiry.objects.exists()
    response = send(secretary, "erase")
    assert messages(response) == ["Erased: enquiries (1)."]
    assert not Enquiry.objects.exists()


def test_the_history_has_each_step_and_no_name(secretary, administrator):
    factories.enquiry()

    for do in ("show", "download", "ask", "erase"):
        send(secretary, do)

    assert noted() == [
        "Looked up: enquiries (1)",
        "Downloaded: enquiries (1)",
        "Erased: enquiries (1)",
    ]
    html = administrator.get("/admin/reports/site-history/").content.decode()
    assert "One person’s data" in html
    assert "rosa" not in html.lower()


def test_nothing_of_an_erased_person_is_left_anywhere(secretary, caplog):
    caplog.set_level(logging.INFO)
    words = ["Quispe", "rosa@example.org"]
    enquiry = factories.enquiry()
    secretary.get(f"/admin/enquiries/{enquiry.pk}/")
    secretary.post("/admin/enquiries/", {"words": "quispe"}, follow=True)

    for do in ("show", "download", "erase"):
        send(secretary, do)
    secretary.get(PERSON)

    assert not models_with(*words) | tables_with(*words)
    assert not has_any(cached(), words)
    assert not has_any(caplog.text, words)
    assert not has_any(str(secretary.cookies), words)


def test_without_the_key_it_says_what_to_do(settings, secretary):
    factories.enquiry()
    settings.ENCRYPTION_KEYS = ["bm90aGluZy1idXQtemVyb3MtYW5kLW9uZXMtaGVyZSE="]

    response = send(secretary)

    assert response.status_code == 503
    assert "ENCRYPTION_KEYS" in response.content.decode()
