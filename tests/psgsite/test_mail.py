"""Mails never keep an editor waiting, and never keep a page from being saved."""

import pytest
from django.core.mail import EmailMessage
from django.urls import reverse
from django_tasks_db.models import DBTaskResult
from wagtail.admin.mail import send_mail

from psgsite.mail import send
from tests import factories, smtp_server

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def as_on_a_server(settings):
    database = {"BACKEND": "django_tasks_db.DatabaseBackend"}
    settings.TASKS = settings.TASKS | {"background": database}
    settings.EMAIL_BACKEND = "psgsite.mail.EmailBackend"
    # Nobody answers there.
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9


@pytest.fixture
def server(settings):
    with smtp_server.running() as running:
        settings.EMAIL_PORT = running.port
        yield running


def waiting():
    return DBTaskResult.objects.filter(task_path="psgsite.mail.send")


def work():
    for result in waiting():
        send.call(**result.args_kwargs["kwargs"])


def test_what_wagtail_sends_waits_for_the_worker(server):
    send_mail("Subject", "Text", ["a@example.org"], html_message="<p>Text</p>")
    before = list(server.mails)
    work()

    (mail,) = server.mails
    assert not before
    assert [mail["To"], mail["Subject"]] == ["a@example.org", "Subject"]
    assert mail["Auto-Submitted"] == "auto-generated"
    assert [part.get_content_type() for part in mail.iter_parts()] == [
        "text/plain",
        "text/html",
    ]


def test_a_mail_server_that_is_down_keeps_nobody_waiting():
    send_mail("Subject", "Text", ["a@example.org"])

    assert waiting().count() == 1


def test_a_link_for_a_new_password_is_not_stored(server, client):
    user = factories.user(email="a@example.org")
    user.is_superuser = True
    user.save()

    client.post(reverse("wagtailadmin_password_reset"), {"email": "a@example.org"})

    assert server.mails[0]["To"] == "a@example.org"
    assert not waiting()


def test_other_mails_are_sent_at_once(server):
    mail = EmailMessage("Subject", "Text", to=["a@example.org"])
    mail.attach("report.csv", "1,2")

    assert mail.send() == 1
    assert len(server.mails) == 1


def test_one_refused_address_keeps_the_mail_from_nobody_else(server):
    for name in ("refused", "taken"):
        send_mail("Subject", "Text", [f"{name}@example.org"])
    first, second = (result.args_kwargs["kwargs"] for result in waiting())
    refused, taken = sorted([first, second], key=lambda fields: fields["to"])

    with pytest.raises(OSError, match="No such person"):
        send.call(**refused)
    send.call(**taken)

    assert [mail["To"] for mail in server.mails] == ["taken@example.org"]
