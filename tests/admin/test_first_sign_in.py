"""The first sign-in: a password that works once, and a link to choose one's own."""

import re
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from psgsite.models import User
from tests.admin.editing import messages

pytestmark = pytest.mark.any_database

OWN = "a password of my own"


def first_sign_in(**options):
    """What the command prints, and the password in it or None."""
    printed = StringIO()
    call_command("first_sign_in", stdout=printed, **options)
    found = re.search(r"one-time password: (\S+)", printed.getvalue())
    return printed.getvalue(), found and found[1]


def sign_in(client, password, username="director"):
    return client.post(
        reverse("wagtailadmin_login"), {"username": username, "password": password}
    )


def is_signed_in(client):
    return client.get(reverse("wagtailadmin_home")).status_code == 200


@pytest.fixture(autouse=True)
def quick_passwords(settings):
    settings.PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.MD5PasswordHasher",
        *settings.PASSWORD_HASHERS,
    ]


@pytest.fixture
def password(home):
    return first_sign_in(username="director")[1]


@pytest.fixture
def link(client, password):
    """Where the message after the first sign-in leads."""
    sign_in(client, password)
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    return re.search(r'href="([^"]+)"[^>]*>\s*Choose a password', html)[1]


def choose(client, link, password=OWN):
    """Follow the link and fill in the form behind it."""
    form, _ = client.get(link, follow=True).redirect_chain[-1]
    return client.post(form, {"new_password1": password, "new_password2": password})


def test_the_command_says_where_and_with_what_to_sign_in(home):
    printed, password = first_sign_in(username="director")

    assert "http://127.0.0.1:8000/admin/ as “director”" in printed
    assert len(password) >= 16
    assert User.objects.get(username="director").is_superuser


def test_the_password_opens_the_admin(client, password):
    sign_in(client, password)

    assert is_signed_in(client)


def test_the_password_works_once(client, password):
    sign_in(client, password)
    other = Client()

    refused = sign_in(other, password)

    assert refused.context["form"].errors
    assert not is_signed_in(other)
    assert is_signed_in(client)


def test_one_is_asked_to_choose_a_password(client, password):
    response = sign_in(client, password)

    assert "worked once and is now used up" in messages(response)[0]


def test_the_link_leads_to_a_password_of_ones_own(client, link):
    choose(client, link)

    other = Client()
    sign_in(other, OWN)
    assert is_signed_in(other)


def test_a_weak_password_is_refused(client, link):
    answer = choose(client, link, password="12345678")

    assert answer.context["form"].errors["new_password2"]
    assert not User.objects.get(username="director").has_usable_password()


def test_the_link_chooses_a_password_once(client, link):
    choose(client, link)
    sign_in(client, OWN)

    again = client.get(link)

    assert again.headers["Location"] == reverse("wagtailadmin_account")


def test_the_link_is_of_no_use_to_others(client, link):
    response = Client().get(link)

    assert response.headers["Location"].startswith("/admin/login/")


def test_the_command_leaves_a_chosen_password_alone(client, link):
    choose(client, link)

    printed, password = first_sign_in(username="director")

    assert password is None
    assert "the password you chose" in printed
    sign_in(client, OWN)
    assert is_signed_in(client)


def test_reset_replaces_a_chosen_password(client, link):
    choose(client, link)

    password = first_sign_in(username="director", reset=True)[1]

    old, new = Client(), Client()
    sign_in(old, OWN)
    sign_in(new, password)
    assert not is_signed_in(old)
    assert is_signed_in(new)


def test_a_password_that_was_never_used_is_replaced_by_the_next(client, password):
    second = first_sign_in(username="director")[1]

    old, new = Client(), Client()
    sign_in(old, password)
    sign_in(new, second)

    assert not is_signed_in(old)
    assert is_signed_in(new)


def test_who_lost_the_link_is_given_another_password(client, link):
    second = first_sign_in(username="director")[1]

    other = Client()
    sign_in(other, second)

    assert is_signed_in(other)


def test_a_sign_in_with_a_chosen_password_says_nothing_of_it(client, home):
    response = sign_in(client, "a long password", username="admin")

    assert messages(response) == []
    assert is_signed_in(client)
