"""The mails that a form brings about, and what may not be in them."""

import pytest

from about.joining.models import Enquiry
from about.models import JoinPage
from psgsite.models import OrganisationSettings
from psgsite.newsletter import subscribing
from tests.about.joining.filling_in import send

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("mails_at_once")]

EVERYTHING = {
    "your_name": "Ana Quispe Huamán",
    "postal_address": "7 Secret Row, Leeds",
    "telephone_number": "0113 496 0000",
}


def test_the_sender_is_thanked_in_the_editor_s_words(client, join, mailoutbox):
    JoinPage.objects.update(mail_text="Hello,\n\nwelcome <to> the group.\n\n")

    send(client)

    thanks = mailoutbox[0]
    assert thanks.to == ["ana@example.org"]
    assert thanks.body == "Hello,\n\nwelcome <to> the group.\n"
    assert thanks.subject == "Thank you for writing to the Peru Support Group"
    assert thanks.reply_to == ["office@example.org"]
    assert thanks.alternatives == []


def test_no_mail_has_anything_that_the_sender_wrote(client, join, mailoutbox):
    send(client, **EVERYTHING)

    thanks, notice = [mail.message().as_string() for mail in mailoutbox]
    for words in ("Quispe", "Huam", "Secret Row", "496"):
        assert words not in thanks + notice
    assert "ana@example.org" not in notice


def test_the_office_gets_a_link_and_no_more(client, join, mailoutbox, settings):
    settings.BASE_URL = "https://www.example.org"

    send(client)

    notice = mailoutbox[1]
    assert notice.to == ["office@example.org"]
    assert "\nhttps://www.example.org/admin/" in notice.body
    assert str(Enquiry.objects.get().pk) not in notice.subject


def test_without_an_address_of_the_office_the_sender_is_still_thanked(
    client, join, mailoutbox
):
    OrganisationSettings.objects.update(email="")

    send(client)

    assert [mail.to for mail in mailoutbox] == [["ana@example.org"]]


@pytest.mark.parametrize(
    "answers",
    [
        {"your_name": "Ana\r\nBcc: all@example.org"},
        {"e_mail_address": "ana@example.org\r\nBcc: all@example.org"},
        {"e_mail_address": "ana@example.org, all@example.org"},
        {"e_mail_address": "Ana <all@example.org>"},
        {"e_mail_address": '"ana\nBcc:all@example.org"@example.org'},
    ],
)
def test_nobody_can_add_a_header_or_an_address(client, join, mailoutbox, answers):
    send(client, **answers)

    for mail in mailoutbox:
        assert "all@example.org" not in mail.message().as_string()
        assert mail.recipients() in (["ana@example.org"], ["office@example.org"])


@pytest.mark.parametrize("ticked", [True, False])
def test_only_who_ticks_the_newsletter_is_asked_to_confirm_it(
    client, join, monkeypatch, ticked
):
    asked = []
    monkeypatch.setattr("about.joining.keeping.ask_to_confirm", asked.append)
    assert callable(subscribing.ask_to_confirm)

    send(client, **({"the_newsletter_by_e_mail": "on"} if ticked else {}))

    assert asked == (["ana@example.org"] if ticked else [])
