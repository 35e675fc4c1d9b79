"""A reader fills in the form, or makes mistakes in it."""

import re

import pytest

from about.joining.models import Enquiry, Kind
from tests.about.joining.filling_in import join_page, questions, send

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def field(html, name):
    """The tag of the control with that name."""
    return re.search(
        rf'<(?:input|textarea|select)[^>]* name="answer-{name}"[^>]*>', html
    )[0]


def test_a_reader_sends_the_form_and_is_thanked(client, join):
    response = send(client, postal_address="")

    assert (response.status_code, response["Location"]) == (303, "/join/thanks/")
    thanks = client.get("/join/thanks/")
    assert "What you wrote has reached us." in thanks.content.decode()
    enquiry = Enquiry.objects.get()
    assert (enquiry.name, enquiry.email) == ("Ana Quispe", "ana@example.org")
    assert enquiry.page_id == join.pk


def test_browsers_can_fill_it_in(client, join):
    html = client.get("/join/").content.decode()

    for name, attributes in {
        "your_name": ['autocomplete="name"', 'type="text"'],
        "e_mail_address": ['autocomplete="email"', 'type="email"'],
        "postal_address": ['autocomplete="street-address"'],
        "telephone_number": ['autocomplete="tel"', 'type="tel"', 'inputmode="tel"'],
    }.items():
        for attribute in attributes:
            assert attribute in field(html, name)


def test_nothing_is_ticked_or_chosen_beforehand(client, home):
    rows = questions(contact={"label": "By fax", "field_type": Kind.BOX})
    for row in rows:
        row.default_value = "on"
    rows[-1].required = False
    join_page(home, form_fields=rows)

    html = client.get("/join/").content.decode()

    assert 'type="checkbox"' in html
    assert "checked" not in html


def test_optional_questions_say_so(client, join):
    html = client.get("/join/").content.decode()

    labels = re.findall(r"<(?:label|legend)[^>]*>(.*?)</(?:label|legend)>", html)
    optional = [
        re.sub("<.*", "", each).strip() for each in labels if "(optional)" in each
    ]
    assert "Postal address" in optional
    assert "Your name" not in optional
    assert "required" not in html.split("<form")[1]


def test_the_kinds_of_membership_are_the_page_s_ways_of_joining(client, join):
    html = client.get("/join/").content.decode()

    assert re.findall(r'type="radio"[^>]*value="([^"]+)"', html) == [
        "Individual, £30 a year",
        "Household",
    ]


def test_a_page_without_ways_of_joining_does_not_ask_for_one(client, home):
    join_page(home, ways_of_joining=[])

    assert "Kind of membership" not in client.get("/join/").content.decode()
    assert send(client, kind_of_membership=None).status_code == 303


def test_mistakes_are_told_at_the_top_and_beside_each_field(client, join):
    response = send(client, your_name="", e_mail_address="ana", kind_of_membership=None)

    html = response.content.decode()
    assert response.status_code == 422
    assert "<title>Not sent yet:" in html
    links = re.findall(r'<a href="#([^"]+)">([^<]+)</a></li>', html)
    assert dict(links) == {
        "answer-your_name": "Write your name.",
        "answer-e_mail_address": "Write an e-mail address with an @ in it, such as "
        "name@example.org.",
        "answer-kind_of_membership_0": "Choose an answer to “Kind of membership”.",
    }
    for target, message in links:
        assert f'id="{target}"' in html
        assert html.count(message) == 2
    assert 'aria-invalid="true"' in field(html, "your_name")
    assert "answer-your_name_error" in field(html, "your_name")
    assert not Enquiry.objects.exists()


def test_what_was_typed_is_kept(client, join):
    html = send(
        client,
        e_mail_address="",
        postal_address='"1 <Example> Street"\nLeeds',
        kind_of_membership="Household",
        the_newsletter_by_e_mail="on",
    ).content.decode()

    assert 'value="Ana Quispe"' in field(html, "your_name")
    assert "1 &lt;Example&gt; Street&quot;\nLeeds</textarea>" in html
    assert re.search(r'value="Household"[^>]*checked', html)
    assert "checked" in field(html, "the_newsletter_by_e_mail")


def test_gift_aid_needs_an_address(client, join):
    ticked = {"yes_claim_gift_aid_on_what_i_give": "on"}

    refused = send(client, postal_address=" ", **ticked)
    accepted = send(client, **ticked)

    assert "Gift Aid needs your home address." in refused.content.decode()
    assert accepted.status_code == 303


def test_what_was_agreed_to_is_kept_in_its_words(client, join):
    send(client, yes_claim_gift_aid_on_what_i_give="on")

    [gift_aid] = [
        a for a in Enquiry.objects.get().answers if a["purpose"] == "gift_aid"
    ]
    assert gift_aid["value"] is True
    assert gift_aid["wording"].startswith("I want to Gift Aid my donation and any")
    assert gift_aid["label"] == "Yes, claim Gift Aid on what I give"


@pytest.mark.parametrize(
    ("kind", "sent", "kept"),
    [
        (Kind.NUMBER, "12", "12"),
        (Kind.DATE, "2026-11-27", "27 November 2026"),
        (Kind.BOXES, ["Aims", "Peru"], ["Aims", "Peru"]),
        (Kind.DROPDOWN, "Peru", "Peru"),
        (Kind.NUMBER, "", ""),
        (Kind.DATE, "", ""),
    ],
)
def test_editors_can_ask_in_other_ways(client, home, kind, sent, kept):
    row = {"label": "More", "field_type": kind, "required": False}
    rows = questions(**{"": row | {"choices": "Aims\nPeru"}})
    join_page(home, form_fields=rows)

    assert client.get("/join/").status_code == 200
    send(client, more=sent)

    assert Enquiry.objects.get().answers[-1] == {
        "purpose": "",
        "label": "More",
        "wording": "",
        "value": kept,
    }
