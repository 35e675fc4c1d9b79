"""The calendar of the admin: what comes, what was published, what waits for review."""

from datetime import UTC, datetime, timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import GroupPagePermission

from about.models import AboutPage
from news.models import ArticlePage
from psgsite.schedule import calendar
from tests import factories
from tests.admin.conftest import signed_in
from tests.admin.editing import PUBLISH, SUBMIT, add, edit, edit_url

pytestmark = pytest.mark.usefixtures("clock")

MARCH = "/admin/calendar/2027/3/"


def shown(client, address=MARCH, *, waiting=False):
    """The rows as text: day, time, what, title, kind, who; or of what waits for review."""
    page = BeautifulSoup(client.get(address).content, "html.parser")
    rows, day = [], ""
    for table in page.select("table.calendar"):
        if (table.caption.get_text() == "Waiting for review") is waiting:
            for row in table.select("tbody tr"):
                cells = [plain(cell) for cell in row.select("th, td")]
                if row.th:
                    day = cells.pop(0)
                rows.append(" | ".join(cells if waiting else [day, *cells]).rstrip())
    return rows


def plain(element):
    return " ".join(element.get_text(" ").split())


def texts(client, address=MARCH):
    page = BeautifulSoup(client.get(address).content, "html.parser")
    return plain(page.select_one("main"))


@pytest.fixture
def scheduled(publisher, news):
    times = {"go_live_at": "2027-03-02 07:30", "expire_at": "2027-03-05 18:00"}
    add(publisher, news, ArticlePage, PUBLISH, **times)
    return ArticlePage.objects.get()


def test_shows_what_is_to_go_live_and_to_expire(publisher, editor, scheduled):
    for client in (publisher, editor):
        assert [row for row in shown(client) if "Verdict due" in row] == [
            "Tue 2 March | 07:30 | Goes live | Verdict due Article | publishers",
            "Fri 5 March | 18:00 | Expires | Verdict due Article | publishers",
        ]


def test_shows_what_was_published_and_has_expired(
    administrator, publisher, scheduled, clock
):
    clock("2027-03-02 07:31")
    call_command("publish_scheduled")
    clock("2027-03-05 18:01")
    call_command("publish_scheduled")

    client = signed_in("publishers")

    assert [row for row in shown(client) if "Verdict due" in row] == [
        "Tue 2 March | 07:31 | Published, not public now | Verdict due Article | publishers",
        "Fri 5 March Today | 18:00 | Expired | Verdict due Article | publishers",
    ]


def test_shows_the_new_version_of_a_published_page(publisher, news, clock):
    add(publisher, news, ArticlePage, PUBLISH)
    article = ArticlePage.objects.get()
    clock("2027-03-01 10:00")
    edit(publisher, article, PUBLISH, title="Verdict in")
    times = {"go_live_at": "2027-03-02 07:30"}
    edit(publisher, article, PUBLISH, title="Verdict read", **times)

    assert [row for row in shown(publisher) if "Verdict" in row] == [
        "Mon 1 March Today | 09:00 | Published | Verdict in Article | publishers",
        "Mon 1 March Today | 10:00 | Updated | Verdict in Article | publishers",
        "Tue 2 March | 07:30 | New version goes live | Verdict read Article | publishers",
    ]


def test_what_is_late_is_overdue(publisher, scheduled, clock):
    clock("2027-03-02 07:33")

    (row,) = [row for row in shown(signed_in("publishers")) if "07:30" in row]

    assert "Goes live Overdue" in row
    assert not [row for row in shown(publisher) if "18:00" in row and "Overdue" in row]


def test_shows_what_waits_for_review_and_when_it_shall_go_live(editor, news, clock):
    times = {"go_live_at": "2027-03-09 08:00"}
    add(editor, news, ArticlePage, SUBMIT, title="Wants a day", **times)
    clock("2027-03-01 09:10")
    add(editor, news, ArticlePage, SUBMIT, title="Wants none", slug="other")
    add(editor, news, ArticlePage, title="A mere draft", slug="draft")

    assert shown(editor, "/admin/calendar/", waiting=True) == [
        "1 Mar 2027, 09:00 | 9 Mar 2027, 08:00 | Wants a day Article | editors",
        "1 Mar 2027, 09:10 | when approved | Wants none Article | editors",
    ]
    assert "A mere draft" not in texts(editor)


def test_an_empty_month_says_so(publisher):
    said = texts(publisher, "/admin/calendar/1999/2/")

    assert "Nothing was published in February 1999" in said
    assert "Nothing is waiting for review." in said


def test_leads_to_the_months_before_and_after(publisher):
    def links(address):
        page = BeautifulSoup(publisher.get(address).content, "html.parser")
        return [link["href"] for link in page.select(".calendar-months a")]

    assert links("/admin/calendar/") == [
        "/admin/calendar/2027/2/",
        "/admin/calendar/2027/4/",
    ]
    assert links("/admin/calendar/2026/12/") == [
        "/admin/calendar/2026/11/",
        "/admin/calendar/",
        "/admin/calendar/2027/1/",
    ]
    assert links("/admin/calendar/1980/1/")[0] == "/admin/calendar/"
    assert links("/admin/calendar/2199/12/")[-1] == "/admin/calendar/"


@pytest.mark.parametrize(
    "month",
    ["2027/0", "2027/13", "0/1", "1/1", "9999/12", "10000/1", "1979/12", f"{10**30}/1"],
)
def test_a_month_that_does_not_exist_is_not_found(publisher, month):
    assert publisher.get(f"/admin/calendar/{month}/").status_code == 404
    assert publisher.get("/admin/calendar/2199/12/").status_code == 200


def test_the_hours_at_the_end_of_a_month_are_londons(publisher, news):
    """The last hour of 30 June in Universal Time is the first of July in London."""
    late = datetime(2027, 6, 30, 23, 30, tzinfo=UTC)
    factories.article(news, title="Just July", first_published_at=late)

    assert shown(publisher, "/admin/calendar/2027/6/") == []
    assert shown(publisher, "/admin/calendar/2027/7/") == [
        "Thu 1 July | 00:30 | Published | Just July Article |"
    ]


def test_is_for_people_with_pages_and_in_their_menu(secretary, editor):
    assert secretary.get("/admin/calendar/").status_code == 302
    assert editor.get("/admin/calendar/").status_code == 200
    link = '"url": "/admin/calendar/"'
    assert link in editor.get("/admin/").content.decode()
    assert link not in secretary.get("/admin/").content.decode()


def test_shows_only_pages_that_the_person_may_see(home, news, secretary):
    about = AboutPage.objects.get()
    now = timezone.now()
    for page in (about, factories.article(news, title="Not theirs")):
        page.first_published_at = now
        page.save()
    GroupPagePermission.objects.create(
        group=Group.objects.get(name="Membership"),
        page=about,
        permission_type="publish",
    )

    (row,) = shown(signed_in("membership"))

    assert "About" in row
    assert "Not theirs" in texts(signed_in("publishers"))


def test_links_only_to_what_the_person_may_edit(home, news, editor):
    about = AboutPage.objects.get()
    about.first_published_at = timezone.now()
    about.save()
    GroupPagePermission.objects.create(
        group=Group.objects.get(name="Membership"),
        page=about,
        permission_type="publish",
    )

    may, may_not = (
        signed_in(name).get(MARCH).content.decode()
        for name in ("editors", "membership")
    )

    assert edit_url(about) in may
    assert edit_url(about) not in may_not
    assert about.title in may_not


def fill(news, count):
    """Articles of March: some published, some scheduled."""
    for n in range(count):
        at = timezone.now() - timedelta(minutes=n)
        article = factories.article(
            news, title=f"Story {n}", live=n % 2 == 0, first_published_at=at
        )
        if n % 2:
            article.go_live_at = timezone.now() + timedelta(days=1)
            article.save_revision().publish()


def test_costs_the_same_whatever_is_in_it(publisher, news):
    publisher.get(MARCH)
    costs = []
    for count in (2, 10):
        fill(news, count)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            publisher.get(MARCH)
        costs.append(len(queries))

    assert costs[0] == costs[1] < 40


def test_a_month_of_thousands_shows_the_last_and_says_so(publisher, news, monkeypatch):
    monkeypatch.setattr(calendar, "MOST_OF_A_KIND", 3)
    for n in range(4):
        at = timezone.now() - timedelta(minutes=n)
        factories.article(news, title=f"Story {n}", first_published_at=at)

    said = texts(publisher)

    assert "More was published this month than fits here." in said
    assert "Story 0" in said
    assert "Story 3" not in said
