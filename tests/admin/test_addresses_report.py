"""The report of addresses that lead nowhere."""

import csv
from datetime import UTC, datetime
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.admin.menu import reports_menu
from wagtail.models import Site

from psgsite.addresses.models import MissingAddress
from psgsite.addresses.notebook import note
from psgsite.addresses.readers import Missed
from tests.admin.editing import was_refused
from tests.admin.missing import REPORT, html, missed, rows, set_aside


def reports(client):
    """The names of what the Reports menu offers."""
    request = client.get("/admin/").wsgi_request
    return [item.name for item in reports_menu.menu_items_for_request(request)]


@pytest.mark.parametrize("role", ["publisher", "administrator"])
def test_who_makes_redirects_sees_what_readers_miss(request, role):
    client = request.getfixturevalue(role)
    missed("/lost")

    assert rows(client) == ["/lost"]
    assert "missing-addresses" in reports(client)


@pytest.mark.parametrize("role", ["editor", "secretary"])
def test_nobody_else_does(request, role):
    client = request.getfixturevalue(role)
    lost = missed("/lost")

    assert was_refused(client.get(REPORT))
    assert was_refused(client.get(reverse("missing_addresses_results")))
    assert was_refused(client.get(reverse("make_redirect")))
    assert was_refused(set_aside(client, lost))
    assert "missing-addresses" not in reports(client)
    lost.refresh_from_db()
    assert not lost.is_unwanted


def test_what_was_just_missed_is_there_already(publisher, client):
    note(Missed("/lost", "example.org"))

    shown = html(publisher)

    assert "/lost" in shown
    assert "example.org" in shown


def test_without_any_it_says_so(publisher):
    assert "No reader has asked for an address that leads nowhere." in html(publisher)
    missed("/lost")
    assert "No reader has asked" not in html(publisher)
    assert "No addresses match your query." in html(publisher, q="x")


def test_what_is_asked_for_most_is_first(publisher):
    missed("/some", times=2, days_ago=1)
    missed("/most", times=9)
    missed("/same", times=2)

    assert rows(publisher) == ["/most", "/same", "/some"]
    assert rows(publisher, ordering="address") == ["/most", "/same", "/some"]
    assert rows(publisher, ordering="last_asked") == ["/some", "/most", "/same"]


def test_an_address_is_found_by_a_part_of_it_or_of_the_host(publisher):
    missed("/regional-elections")
    missed("/mining", referrer="blog.example")

    assert rows(publisher, q="election") == ["/regional-elections"]
    assert rows(publisher, q="blog.ex") == ["/mining"]


def test_links_on_our_own_pages_are_shown_alone(publisher):
    missed("/ours", referrer=Site.objects.get().hostname)
    missed("/theirs", referrer="blog.example")
    missed("/typed")

    assert rows(publisher, link="own") == ["/ours"]
    assert rows(publisher, link="other") == ["/theirs"]
    assert len(rows(publisher)) == 3


def test_an_address_is_shown_as_text(publisher):
    missed("/<script>alert(1)</script>")

    assert "&lt;script&gt;alert(1)" in html(publisher)
    assert "<script>alert" not in html(publisher)


def exported(client, kind):
    response = client.get(REPORT, {"export": kind})
    return b"".join(response.streaming_content)


def test_a_file_of_it_can_be_read_by_programs(publisher):
    asked = datetime(2026, 5, 20, 12, 30, tzinfo=UTC)
    row = missed("/=1+1", times=7, referrer="example.org")
    MissingAddress.objects.filter(pk=row.pk).update(first_asked=asked, last_asked=asked)

    heading, cells = csv.reader(exported(publisher, "csv").decode().splitlines())
    sheet = load_workbook(BytesIO(exported(publisher, "xlsx"))).active

    assert dict(zip(heading, cells, strict=True)) == {
        "Address": "/=1+1",
        "Times": "7",
        "Last asked": "2026-05-20 12:30:00+00:00",
        "First asked": "2026-05-20 12:30:00+00:00",
        "Link on": "example.org",
    }
    assert sheet["A2"].value == "/=1+1"


def test_a_long_report_costs_no_more_queries_than_a_short_one(publisher):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            shown = publisher.get(REPORT).context["object_list"]
            assert len(shown) == min(50, MissingAddress.objects.count())
        return len(queries)

    missed("/first")
    cost()  # what Wagtail keeps in mind
    short = cost()
    MissingAddress.objects.add(
        (timezone.now(), f"/lost-{n}?id={n}", "example.org") for n in range(499)
    )

    assert cost() == short
    assert len(rows(publisher, p=10)) == 50
