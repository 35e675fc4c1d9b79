"""A reader asks for the newsletter, confirms it from the mail, and gives it up."""

import re
from datetime import timedelta

import pytest
from django.conf import settings as site_settings
from django.test import Client
from django.utils import timezone

from psgsite.models import OutgoingMail, Subscriber
from psgsite.newsletter.links import unsubscribing_link
from psgsite.newsletter.subscribing import WORDING, ask_to_confirm

pytestmark = pytest.mark.django_db

ADDRESS = "rosa@example.org"


@pytest.fixture
def ask(home, server, client, committed):
    """Fill in the form; give the mails that have arrived so far."""

    def fill_in(email=ADDRESS, **more):
        with committed():
            fill_in.response = client.post("/newsletter/", {"email": email, **more})
        return server.mails

    return fill_in


def link(mail):
    """The path of the only link in a mail."""
    [address] = re.findall(r"https?://\S+", mail.get_content())
    return address.removeprefix(site_settings.BASE_URL)


def html(response):
    return response.content.decode()


def subscribers():
    return [each.email for each in Subscriber.objects.confirmed()]


def test_the_link_in_the_mail_and_the_button_there_subscribe(ask, client):
    [mail] = ask()
    page = client.get(link(mail))
    before = subscribers()
    done = client.post(link(mail), follow=True)

    assert mail["To"] == ADDRESS
    assert WORDING in html(page)
    assert before == []
    assert "Thank you, you are on the list" in html(done)
    assert subscribers() == [ADDRESS]
    assert Subscriber.objects.get().wording == WORDING


def test_programs_that_open_links_subscribe_nobody(ask, client):
    [mail] = ask()

    for method in (client.get, client.head, client.options):
        method(link(mail))

    assert subscribers() == []


def test_the_link_says_nothing_of_the_address(ask):
    [mail] = ask()

    assert "rosa" not in link(mail).lower()
    assert "@" not in link(mail)


def test_asking_again_makes_the_same_subscriber(ask, client):
    first, second = ask() and ask(" ROSA@example.org ")
    client.post(link(second))
    client.post(link(first))

    assert Subscriber.objects.count() == 1
    assert subscribers() == [ADDRESS]


def test_nobody_learns_who_has_subscribed(ask, client):
    [mail] = ask()
    first = ask.response
    client.post(link(mail))
    since = Subscriber.objects.get().asked_at
    _, told = ask()

    assert (first.status_code, first["Location"]) == (302, "/newsletter/asked/")
    assert ask.response["Location"] == first["Location"]
    assert "You get it already" in told.get_content()
    assert link(told) == link_of(Subscriber.objects.get())
    assert Subscriber.objects.get().asked_at == since
    assert len(set(OutgoingMail.objects.values_list("about", flat=True))) <= 1


def link_of(subscriber):
    address = unsubscribing_link(subscriber.token)
    return address.removeprefix(site_settings.BASE_URL)


def test_one_address_gets_three_mails_a_day_at_most(ask, monkeypatch):
    for _ in range(5):
        mails = ask()
    on_the_day = len(mails)
    response = ask.response
    tomorrow = timezone.now() + timedelta(days=1, minutes=1)
    monkeypatch.setattr(timezone, "now", lambda: tomorrow)

    assert on_the_day == 3
    assert response["Location"] == "/newsletter/asked/"
    assert len(ask()) == 4


def test_a_program_that_fills_in_everything_gets_the_same_answer(ask):
    assert ask(website="https://example.org") == []
    assert ask.response["Location"] == "/newsletter/asked/"
    assert not Subscriber.objects.exists()


BAD = ["", "rosa", "rosa@", "a\0@example.org", "x" * 300 + "@example.org", "ñ@ñ"]
BAD += ["rosa@example.org\nBcc: all@example.org", f"rosa@{'ñ' * 60}.example.org"]


@pytest.mark.parametrize("email", BAD)
def test_what_is_no_address_is_kept_in_the_form_with_a_word_on_it(ask, email):
    mails = ask(email)

    shown = html(ask.response)
    assert "<title>\n" not in shown
    assert "Please correct this: Newsletter" in shown
    assert 'id="id_email_error"' in shown
    assert 'aria-invalid="true"' in shown
    assert not email.isalpha() or f'value="{email}"' in shown
    assert not mails
    assert not Subscriber.objects.exists()


def test_a_megabyte_is_refused(ask):
    ask("x" * 1_000_000)

    assert "it should be like name@example.org" in html(ask.response)


def test_addresses_in_other_letters_are_taken(ask):
    assert ask("rosa@perú.example.org")[0]["To"] == "rosa@xn--per-boa.example.org"


def test_it_works_without_cookies_and_with_the_checks_of_a_browser(ask):
    strict = Client(enforce_csrf_checks=True)
    strict.post("/newsletter/", {"email": ADDRESS}, headers={"Origin": "null"})
    [mail] = ask()
    strict.post(link(mail), headers={"Origin": "null"})

    assert subscribers() == [ADDRESS]
    assert not strict.cookies


def test_the_foot_of_every_page_leads_to_the_form(client, home):
    assert 'href="/newsletter/"' in html(client.get("/"))


def test_the_wording_of_another_form_is_what_was_agreed_to(home):
    ask_to_confirm(ADDRESS, "Write to me now and then.")

    assert Subscriber.objects.get().wording == "Write to me now and then."
