"""What tests of the report of missing addresses share."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from psgsite.addresses.models import MissingAddress

REPORT = "/admin/reports/addresses/"


def missed(address, times=1, days_ago=0, **fields):
    asked = timezone.now() - timedelta(days=days_ago)
    return MissingAddress.objects.create(
        address=address, times=times, first_asked=asked, last_asked=asked, **fields
    )


def rows(client, **options):
    return [str(row) for row in client.get(REPORT, options).context["object_list"]]


def html(client, **options):
    return client.get(REPORT, options).content.decode()


def set_aside(client, missing, **data):
    return client.post(reverse("set_aside", args=[missing.pk]), data)
