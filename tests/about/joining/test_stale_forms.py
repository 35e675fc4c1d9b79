"""A form that comes without its cookie, or with the number of an earlier one."""

import pytest
from django.test import Client

from about.joining.models import Enquiry
from tests.about.joining.filling_in import filled, send

pytestmark = pytest.mark.django_db


def test_the_answers_are_shown_again_and_the_button_then_works(join):
    strict = Client(enforce_csrf_checks=True)

    refused = send(strict, csrf="")
    token = refused.context["csrf_token"]
    data = filled() | {"csrfmiddlewaretoken": str(token)}
    accepted = strict.post("/join/", data)

    assert refused.status_code == 403
    html = refused.content.decode()
    assert 'value="Ana Quispe"' in html
    assert "press the button again" in html
    assert accepted.status_code == 303
    assert Enquiry.objects.count() == 1


def test_a_number_of_another_day_is_no_better(join):
    strict = Client(enforce_csrf_checks=True)
    strict.get("/join/")
    data = filled() | {"csrfmiddlewaretoken": "a" * 64}

    response = strict.post("/join/", data)

    assert response.status_code == 403
    assert 'value="Ana Quispe"' in response.content.decode()
    assert not Enquiry.objects.exists()


@pytest.mark.parametrize("address", ["/admin/login/", "/", "/join/thanks/", "/none/"])
def test_elsewhere_a_plain_page_says_what_to_do(join, address):
    response = Client(enforce_csrf_checks=True).post(address, {"username": "ana"})

    assert response.status_code in (403, 405)
    assert not Enquiry.objects.exists()
    if address == "/admin/login/":
        assert "load the page again" in response.content.decode()
