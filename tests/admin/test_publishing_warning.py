"""The admin says when scheduled pages are no longer published."""

from datetime import timedelta
from html import unescape

import pytest
from django.core.management import call_command
from django.utils import timezone

from psgsite.models import PublishingRun

pytestmark = pytest.mark.usefixtures("clock")

REMEDY = "Please tell the person who looks after the server"
PLACES = ["/admin/", "/admin/calendar/"]


def text(client, address):
    return unescape(client.get(address).content.decode())


@pytest.mark.parametrize("address", PLACES)
def test_says_that_the_job_has_never_run(publisher, address):
    page = text(publisher, address)

    assert "the job that does it has never run." in page
    assert REMEDY in page


@pytest.mark.parametrize("address", PLACES)
def test_says_nothing_while_all_is_well(publisher, address, clock):
    call_command("publish_scheduled")
    clock("2027-03-01 09:10")

    assert REMEDY not in text(publisher, address)


@pytest.mark.parametrize("address", PLACES)
def test_says_since_when_the_job_has_not_run(publisher, address, clock):
    call_command("publish_scheduled")
    clock("2027-03-01 09:11")

    page = text(publisher, address)

    assert "has not run since 1 March 2027, 09:00." in page
    assert REMEDY in page


@pytest.mark.parametrize(
    ("failed", "said"), [(1, "1 page could"), (2, "2 pages could")]
)
def test_says_that_pages_could_not_be_published(publisher, failed, said):
    PublishingRun.note(failed=failed)

    page = text(publisher, "/admin/calendar/")

    assert f"{said} not be published or taken down in time" in page


def test_tells_only_those_who_may_publish(publisher, editor, secretary):
    for client in (editor, secretary):
        assert REMEDY not in text(client, "/admin/")
    assert REMEDY not in text(editor, "/admin/calendar/")
    assert REMEDY in text(publisher, "/admin/")


def test_the_time_allowed_is_a_setting(publisher, settings, clock):
    settings.PUBLISHING_LATE_AFTER = 60
    PublishingRun.note(failed=0)
    PublishingRun.objects.update(ended_at=timezone.now() - timedelta(seconds=61))

    assert REMEDY in text(publisher, "/admin/")
