"""Editors change the questions of the form, and can't publish one that would not work."""

import re

import pytest
from django.urls import reverse

from about.joining.models import Enquiry, JoinField, Kind, Purpose
from about.joining.rules import problems_of_field, problems_of_form
from about.models import JoinPage
from home.sample_content import QUESTIONS
from tests.admin.editing import (
    PUBLISH,
    SAVE,
    edit,
    edit_url,
    errors,
    questions_of,
)

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture
def page(home):
    return JoinPage.objects.get()


def test_an_editor_adds_a_question_and_a_publisher_publishes_it(
    publisher, client, page
):
    more = {"label": "How did you hear of us?", "field_type": Kind.LINES, "purpose": ""}

    edit(publisher, page, PUBLISH, slug="join", form_fields=questions_of(page, **more))

    assert "How did you hear of us?" in client.get("/join/").content.decode()
    assert page.form_fields.count() == len(QUESTIONS) + 1


@pytest.mark.parametrize("purpose", [Purpose.NAME, Purpose.EMAIL])
def test_a_form_without_name_or_address_is_not_published(publisher, page, purpose):
    asked = questions_of(page, without=[purpose])

    refused = edit(publisher, page, PUBLISH, slug="join", form_fields=asked)
    saved = edit(publisher, page, SAVE, slug="join", form_fields=asked)

    [message] = errors(refused)["__all__"]
    assert message.startswith(
        f"The form needs a question that is used for “{purpose.label}”"
    )
    assert "add one under “Questions of the form”" in message
    assert saved.status_code == 302


def test_a_form_that_asks_twice_for_the_name_is_not_published(publisher, page):
    more = {"label": "And yours?", "field_type": Kind.SINGLE_LINE, "purpose": "name"}

    refused = edit(
        publisher, page, PUBLISH, slug="join", form_fields=questions_of(page, **more)
    )

    assert "2 questions are used for “Name”: keep one" in str(errors(refused))


def test_neither_is_it_published_where_pages_are_listed(publisher, page):
    edit(
        publisher,
        page,
        SAVE,
        slug="join",
        form_fields=questions_of(page, without=["name"]),
    )

    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    publisher.post(f"{address}?id={page.pk}")

    assert page.form_fields.filter(purpose="name").exists()


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"purpose": "email", "field_type": "singleline"}, "field_type"),
        (
            {"purpose": "phone", "field_type": "multiline", "required": False},
            "field_type",
        ),
        (
            {"purpose": "name", "field_type": "singleline", "required": False},
            "required",
        ),
        ({"purpose": "newsletter", "field_type": "checkbox"}, "required"),
        ({"purpose": "gift_aid", "field_type": "checkbox"}, "required"),
        ({"purpose": "", "field_type": "radio"}, "choices"),
        ({"purpose": "", "field_type": "radio", "choices": "A\nB"}, None),
        ({"purpose": "membership", "field_type": "radio"}, None),
        ({"purpose": "", "field_type": "number"}, None),
    ],
)
def test_each_question_is_checked(fields, wrong):
    found = problems_of_field(JoinField(label="Question", **fields))

    assert list(found) == ([wrong] if wrong else [])


def test_the_form_of_a_new_site_has_no_problem():
    fields = [JoinField(**each) for each in QUESTIONS]

    assert problems_of_form(fields) == []
    assert not any(map(problems_of_field, fields))


def test_each_kind_of_answer_is_offered_in_plain_words(publisher, page):
    html = publisher.get(edit_url(page)).content.decode()

    for words in (
        "Questions of the form",
        "Used for",
        "Kind of answer",
        "A box to tick",
    ):
        assert words in html


@pytest.mark.parametrize("mode", ["", "thanks"])
def test_previews_show_the_form_and_the_thanks_and_send_nothing(publisher, page, mode):
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    assert (
        edit(
            publisher, page, SAVE, slug="join", form_fields=questions_of(page)
        ).status_code
        == 302
    )

    html = publisher.get(
        reverse("wagtailadmin_pages:view_draft", args=[page.pk]), {"mode": mode}
    ).content.decode()

    assert address
    if mode:
        assert "<h1>Thank you</h1>" in html
    else:
        assert re.search(r'<button class="button" disabled>Become a member', html)
    assert not Enquiry.objects.exists()


def test_a_restored_page_has_its_form_again(publisher, page, client):
    publisher.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    assert not JoinField.objects.exists()

    binned = re.search(
        r"/admin/[^\"]*restore/", publisher.get(reverse("bin")).content.decode()
    )
    publisher.post(binned[0], {"publish": "on"})

    assert JoinField.objects.count() == len(QUESTIONS)
    assert 'id="join-form"' in client.get("/join/").content.decode()


def test_wagtail_s_own_list_of_what_was_sent_is_empty(administrator, page):
    Enquiry.objects.create(form_data={"answers": []}, page_id=page.pk)

    listed = administrator.get(reverse("wagtailforms:index"))
    opened = administrator.get(reverse("wagtailforms:list_submissions", args=[page.pk]))
    home = administrator.get("/admin/").content.decode()

    assert page.title not in listed.content.decode().split("<main")[-1]
    assert opened.status_code in (302, 403)
    assert reverse("wagtailforms:index") not in home
