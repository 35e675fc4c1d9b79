"""Enquiries are kept as long as the setting says, and no longer."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.models import ModelLogEntry

from about.joining.models import Enquiry, Network
from tests import factories

pytestmark = pytest.mark.django_db


def sent(days_ago):
    return factories.enquiry(sent=timezone.now() - timedelta(days=days_ago))


def forget(capsys, *options):
    call_command("forget_enquiries", *options)
    return capsys.readouterr().out


def test_what_was_sent_more_than_a_year_ago_goes(capsys):
    sent(days_ago=366)
    kept = sent(days_ago=364)

    said = forget(capsys)

    assert said == "Forgotten: 1 enquiry, 1 of them not handled.\n"
    assert Enquiry.objects.get() == kept
    assert "Forgotten: 0 enquiries" in forget(capsys)


def test_another_time_can_be_asked_for(capsys):
    sent(days_ago=31).mark_handled(factories.user())
    sent(days_ago=32)
    sent(days_ago=29)

    said = forget(capsys, "--older-than", "30")

    assert said == "Forgotten: 2 enquiries, 1 of them not handled.\n"
    assert Enquiry.objects.count() == 1


def test_what_went_is_in_the_audit_log_as_a_number(capsys):
    sent(days_ago=400)

    forget(capsys)
    forget(capsys)

    entry = ModelLogEntry.objects.get()
    assert entry.label == "Enquiries"
    assert entry.message == "Deleted, as kept long enough: 1 enquiry"
    assert entry.deleted
    assert entry.user_display_name == "system"


def test_they_can_be_forgotten_without_the_key(settings, capsys):
    sent(days_ago=400)
    settings.ENCRYPTION_KEYS = ["bm90aGluZy1idXQtemVyb3MtYW5kLW9uZXMtaGVyZSE="]

    assert "1 enquiry" in forget(capsys)


def test_what_is_yet_to_come_is_not_forgotten():
    with pytest.raises(CommandError, match="give a number of days"):
        call_command("forget_enquiries", older_than=-1)


def test_what_was_counted_of_networks_before_today_goes_too(capsys):
    yesterday = timezone.localdate() - timedelta(days=1)
    Network.objects.create(key="a", day=yesterday)
    Network.objects.create(key="b", day=timezone.localdate())

    forget(capsys)

    assert Network.objects.get().key == "b"
