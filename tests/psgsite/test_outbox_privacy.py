"""What the site says of mails that wait names nobody, and one person's can be erased."""

import json

import pytest
from django.db import connection
from django_tasks_db.models import DBTaskResult
from wagtail import hooks

from psgsite.outbox.models import OutgoingMail
from tests.psgsite.outbox import ANN, ROSA, posted, wait_for_next_try, work

pytestmark = pytest.mark.django_db

NEW_KEY = "bmV3IGtleSBmb3IgdGVzdHMgb25seSwgMzIgYnl0ZXM="


def stored():
    """All that the database has of mails and of tasks."""
    found = []
    with connection.cursor() as cursor:
        for model in (OutgoingMail, DBTaskResult):
            cursor.execute(f"SELECT * FROM {model._meta.db_table}")  # noqa: S608
            found += cursor.fetchall()
    return str(found)


@pytest.mark.parametrize(
    ("command", "reply"),
    [
        ("RCPT", "450 Not now, rosa@example.org (Rosa Quispe)"),
        ("RCPT", "550 Who is rosa@example.org (Rosa Quispe)"),
        ("MAIL", "550 No mails for Rosa Quispe, rosa@example.org"),
        ("DATA", "451 Rosa Quispe, rosa@example.org"),
        ("EHLO", "421 Rosa Quispe, rosa@example.org"),
    ],
)
def test_nobody_is_named_whatever_the_mail_server_says(
    mail_server, caplog, command, reply
):
    mail_server.will_say(reply, to=command)
    mail_server.will_say(reply, to="HELO")
    mail = posted()
    work()

    said = stored() + caplog.text
    mail.refresh_from_db()
    assert mail.problem
    assert "Thanks for enquiry 12" in caplog.text
    for word in ("rosa", "Quispe", "example.org"):
        assert word not in said


def test_an_address_that_is_none_is_given_up_unnamed(mail_server, caplog):
    mail = posted("Rosa Quispe <rosa@")
    work()

    mail.refresh_from_db()
    assert mail.is_given_up
    assert mail.problem == "It isn’t a mail that can be sent (ValueError)."
    assert "Quispe" not in stored() + caplog.text


def test_a_mail_whose_key_is_missing_waits_until_it_is_back(mail_server, settings):
    mail = posted()
    keys = settings.ENCRYPTION_KEYS
    settings.ENCRYPTION_KEYS = [NEW_KEY]
    work()
    problem = OutgoingMail.objects.values_list("problem", flat=True).get()

    settings.ENCRYPTION_KEYS = [NEW_KEY, *keys]
    wait_for_next_try()
    work()

    assert problem == "None of the keys in ENCRYPTION_KEYS opens it."
    assert len(mail_server.mails) == 1
    assert not OutgoingMail.objects.filter(pk=mail.pk).exists()


@pytest.fixture
def waiting_mails():
    [part] = [
        part
        for part in (make() for make in hooks.get_hooks("register_personal_data"))
        if part.name == "waiting mails"
    ]
    return part


@pytest.mark.parametrize("field", ["to", "cc", "bcc", "reply_to"])
def test_a_person_gets_what_waiting_mails_hold_about_them(
    mail_server, waiting_mails, field
):
    posted(ANN)
    posted(**{"to": [ANN], field: ["Rosa Quispe <Rosa@Example.org>"]})

    found = waiting_mails.find(f" {ROSA} ")

    [mail] = json.loads(json.dumps(found))
    assert mail["about"] == "Thanks for enquiry 12"
    assert mail["subject"] == "Thank you"
    assert mail["text"] == "Dear Rosa Quispe"


def test_a_persons_mails_are_erased_and_those_of_others_stay(
    mail_server, waiting_mails
):
    posted(ROSA)
    posted(ANN)

    assert waiting_mails.erase("ROSA@example.org") == 1
    assert waiting_mails.find(ROSA) == []
    assert len(waiting_mails.find(ANN)) == 1
    work()
    assert [mail["To"] for mail in mail_server.mails] == [ANN]
