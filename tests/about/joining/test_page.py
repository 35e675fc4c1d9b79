"""The page with the form, and the one that says thank you."""

import pytest

from about.joining.models import Enquiry
from about.models import JoinPage
from psgsite.models import OrganisationSettings
from tests.about.joining.filling_in import filled, join_page, send

pytestmark = pytest.mark.django_db


def test_no_copy_of_the_form_is_kept_anywhere(client, join):
    answers = [
        client.get("/join/"),
        client.get("/join/thanks/"),
        send(client),
        send(client, your_name=""),
    ]

    for response in answers:
        assert response["Cache-Control"] == "private, no-store"
        assert "X-Offline" not in response
    assert answers[1]["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in answers[1].content.decode()


def test_the_thank_you_page_can_be_reloaded_and_not_posted_to(client, join):
    assert client.get("/join/thanks/").status_code == 200
    assert client.post("/join/thanks/", filled()).status_code == 405
    assert client.get("/join/else/").status_code == 404
    assert not Enquiry.objects.exists()


def test_a_page_from_before_there_was_a_form_still_says_how_to_join(client, home):
    join_page(home, form_fields=[])
    OrganisationSettings.objects.create(site=home.get_site(), email="us@example.org")

    html = client.get("/join/").content.decode()

    assert 'class="button" href="mailto:us@example.org?' in html
    assert "<form" not in html
    assert send(client).status_code == 200
    assert not Enquiry.objects.exists()


def test_deleting_the_page_keeps_what_was_sent(client, join):
    send(client)

    JoinPage.objects.get().delete()

    assert Enquiry.objects.get().page is None
    assert Enquiry.objects.get().name == "Ana Quispe"
