"""Mails never keep an editor waiting, and never keep a page from being saved."""

import pytest
from django.core.mail import EmailMessage
from django.urls import reverse
from wagtail.admin.mail import send_mail

from psgsite.outbox.models import OutgoingMail
from tests import factories
from tests.psgsite.outbox import wait_for_next_try, work

pytestmark = pytest.mark.django_db


def test_what_wagtail_sends_waits_for_the_worker(mail_server):
    send_mail("Subject", "Text", ["a@example.org"], html_message="<p>Text</p>")
    before = list(mail_server.mails)
    work()

    (mail,) = mail_server.mails
    assert not before
    assert [mail["To"], mail["Subject"]] == ["a@example.org", "Subject"]
    assert mail["Auto-Submitted"] == "auto-generated"
    assert [part.get_content_type() for part in mail.iter_parts()] == [
        "text/plain",
        "text/html",
    ]


def test_a_mail_server_that_is_down_keeps_nobody_waiting(mail_server, settings):
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 9

    send_mail("Subject", "Text", ["a@example.org"])
    work()

    waiting = OutgoingMail.objects.get()
    assert waiting.about == "About a review or a comment"
    assert waiting.attempts == 1
    settings.EMAIL_PORT = port
    wait_for_next_try()
    work()
    assert len(mail_server.mails) == 1


def test_a_link_for_a_new_password_is_not_stored(mail_server, client):
    user = factories.user(email="a@example.org")
    user.is_superuser = True
    user.save()

    client.post(reverse("wagtailadmin_password_reset"), {"email": "a@example.org"})

    assert mail_server.mails[0]["To"] == "a@example.org"
    assert not OutgoingMail.objects.exists()


def test_other_mails_are_sent_at_once(mail_server):
    mail = EmailMessage("Subject", "Text", to=["a@example.org"])
    mail.attach("report.csv", "1,2")

    assert mail.send() == 1
    assert len(mail_server.mails) == 1


def test_one_refused_address_keeps_the_mail_from_nobody_else(mail_server):
    for name in ("refused", "taken"):
        send_mail("Subject", "Text", [f"{name}@example.org"])

    work()

    assert [mail["To"] for mail in mail_server.mails] == ["taken@example.org"]
    assert OutgoingMail.objects.get().is_given_up
