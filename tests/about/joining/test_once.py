"""What is sent twice is kept once, and all of it or nothing."""

import pytest

from about.joining import keeping
from about.joining.models import Enquiry
from psgsite.outbox.models import OutgoingMail
from tests.about.joining.filling_in import send

pytestmark = pytest.mark.django_db


def test_a_double_click_stores_and_mails_once(
    client, join, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        answers = [send(client), send(client)]

    assert [each["Location"] for each in answers] == ["/join/thanks/"] * 2
    assert Enquiry.objects.count() == 1
    assert [mail.to for mail in mailoutbox] == [
        ["ana@example.org"],
        ["office@example.org"],
    ]


def test_other_answers_are_another_enquiry(client, join):
    send(client)
    send(client, your_name="Rosa Quispe")

    assert Enquiry.objects.count() == 2


def test_the_same_can_be_sent_again_once_the_first_is_dealt_with(client, join):
    send(client)
    Enquiry.objects.update(fingerprint=None)
    send(client)

    assert Enquiry.objects.count() == 2


def test_the_fingerprint_says_nothing_without_the_key(client, join, settings):
    send(client)
    first = Enquiry.objects.get().fingerprint
    settings.SECRET_KEY = "another" * 10
    send(client, began=None)

    assert len(first) == 64
    assert Enquiry.objects.exclude(fingerprint=first).count() == 1


def test_nothing_is_half_stored(client, join, monkeypatch):
    def fail(*args):
        raise RuntimeError("The outbox is broken.")

    monkeypatch.setattr(keeping, "notify_office", fail)

    with pytest.raises(RuntimeError):
        send(client)

    assert not Enquiry.objects.exists()
    assert not OutgoingMail.objects.exists()
