"""The report of mails that couldn't be sent yet, and the warning on the admin's home."""

from datetime import timedelta
from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from psgsite.outbox.models import OutgoingMail

REPORT = "/admin/reports/mails/"
ABOUT = "Thanks for enquiry 12"
SECRETS = ["rosa@example.org", "Dear Rosa", "Thank you"]


def waiting(**fields):
    message = {"to": ["rosa@example.org"], "body": "Dear Rosa", "subject": "Thank you"}
    fields = {"about": ABOUT, "message": message, "attempts": 3} | fields
    return OutgoingMail.objects.create(**fields)


def later():
    return timezone.now() + timedelta(hours=1)


def text(client, address=REPORT):
    return unescape(client.get(address).content.decode())


@pytest.fixture(params=["publisher", "secretary", "administrator"])
def reader(request, home, clock):
    return request.getfixturevalue(request.param)


def test_says_what_waits_and_why_and_when_it_is_tried_next(reader):
    waiting(due_at=later(), problem="The mail server broke off.")

    page = text(reader)

    assert ABOUT in page
    assert "The mail server broke off." in page
    assert "1 March 2027, 10:00" in page
    assert "Delete unsent" not in page


def test_shows_neither_text_nor_address_and_needs_no_key_for_it(reader, settings):
    waiting()
    settings.ENCRYPTION_KEYS = ["bmV3IGtleSBmb3IgdGVzdHMgb25seSwgMzIgYnl0ZXM="]

    page = text(reader)

    assert ABOUT in page
    for secret in SECRETS:
        assert secret not in page


def test_says_that_nothing_waits(publisher):
    assert "No mail waits: all were sent." in text(publisher)


def test_says_that_a_mail_is_being_sent_or_given_up(publisher):
    waiting(claimed_until=later())
    waiting(due_at=None)

    page = text(publisher)

    assert "Being sent now" in page
    assert page.count(">Try again now<") == 1
    assert "Given up" in page


def test_a_mail_is_tried_again_at_once(
    reader, mailoutbox, django_capture_on_commit_callbacks
):
    mail = waiting(due_at=None, attempts=13)

    with django_capture_on_commit_callbacks(execute=True):
        page = reader.post(reverse("try_mail_again", args=[mail.pk]), follow=True)

    assert "is tried again now" in unescape(page.content.decode())
    assert [sent.to for sent in mailoutbox] == [["rosa@example.org"]]
    assert not OutgoingMail.objects.exists()


def test_a_mail_that_is_being_sent_is_not_sent_twice(
    publisher, mailoutbox, django_capture_on_commit_callbacks
):
    mail = waiting(claimed_until=later())

    with django_capture_on_commit_callbacks(execute=True):
        publisher.post(reverse("try_mail_again", args=[mail.pk]))

    assert mailoutbox == []


def test_a_mail_that_was_given_up_is_deleted_and_that_is_in_the_history(reader):
    mail = waiting(due_at=None)
    assert "Delete unsent" in text(reader)

    reader.post(reverse("delete_waiting_mail", args=[mail.pk]))

    assert not OutgoingMail.objects.exists()
    entry = ModelLogEntry.objects.get(object_id=str(mail.pk))
    assert (entry.action, entry.label) == ("wagtail.delete", ABOUT)


def test_a_mail_that_is_still_tried_is_not_deleted(publisher):
    mail = waiting(due_at=later())

    page = publisher.post(reverse("delete_waiting_mail", args=[mail.pk]), follow=True)

    assert "is still being tried" in unescape(page.content.decode())
    assert OutgoingMail.objects.exists()


def test_opening_an_address_does_nothing(publisher):
    mail = waiting(due_at=None)

    asked = text(publisher, reverse("delete_waiting_mail", args=[mail.pk]))
    answer = publisher.get(reverse("try_mail_again", args=[mail.pk]))

    assert "Once deleted, it can’t be sent any more." in asked
    assert answer.status_code == 405
    mail.refresh_from_db()
    assert mail.is_given_up


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"due_at": None}, "1 mail could not be sent and is given up."),
        ({"due_at": "later"}, "1 mail could not be sent in 3 attempts or more"),
        ({"due_at": "long ago", "attempts": 0}, "Nobody has sent mails since"),
    ],
)
def test_warns_on_the_admins_home(reader, fields, said):
    times = {"later": later(), "long ago": timezone.now() - timedelta(minutes=16)}
    waiting(**fields | {"due_at": times.get(fields["due_at"])})

    page = text(reader, "/admin/")

    assert said in page
    assert REPORT in page.partition(said)[2]


def test_does_not_warn_while_all_is_well(publisher):
    waiting(attempts=2, due_at=later())
    waiting(attempts=0, due_at=timezone.now() - timedelta(minutes=14))

    page = text(publisher, "/admin/")

    assert "could not be sent" not in page
    assert "Nobody has sent mails" not in page


def test_warns_only_those_who_may_see_the_report(editor):
    waiting(due_at=None)

    assert "could not be sent" not in text(editor, "/admin/")
