"""The report of what readers searched for, and promoting pages from it."""

import csv
from datetime import timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.admin.menu import reports_menu
from wagtail.contrib.search_promotions.models import (
    Query,
    QueryDailyHits,
    SearchPromotion,
)

from search.figures.models import Click, Outcome
from tests import factories
from tests.admin.editing import was_refused

REPORT = "/admin/reports/searches/"


def searched(words, hits=1, found=3, days_ago=0):
    """Count searches for ``words``, all on one day."""
    day = timezone.localdate() - timedelta(days=days_ago)
    query, _ = Query.objects.get_or_create(query_string=words)
    QueryDailyHits.objects.create(query=query, date=day, hits=hits)
    Outcome.objects.update_or_create(
        query=query, defaults={"found": found, "searched_on": day}
    )
    return query


def clicked(query, page, hits=1, days_ago=0):
    day = timezone.localdate() - timedelta(days=days_ago)
    Click.objects.create(query=query, page=page, date=day, hits=hits)


def rows(client, **options):
    """What the report shows, as (words, searches)."""
    shown = client.get(REPORT, options).context["object_list"]
    return [(query.query_string, query.searches) for query in shown]


def reports(client):
    """The names of what the Reports menu offers."""
    request = client.get("/admin/").wsgi_request
    return [item.name for item in reports_menu.menu_items_for_request(request)]


def html(client, **options):
    return client.get(REPORT, options).content.decode()


@pytest.mark.parametrize("role", ["editor", "publisher", "administrator"])
def test_who_writes_pages_sees_the_searches(request, role):
    client = request.getfixturevalue(role)
    searched("guanaco")

    assert rows(client) == [("guanaco", 1)]
    assert "searches" in reports(client)


def test_who_keeps_the_members_does_not(secretary):
    searched("guanaco")

    assert was_refused(secretary.get(REPORT))
    assert was_refused(secretary.get(reverse("promote")))
    assert "searches" not in reports(secretary)


def test_wagtails_report_of_the_same_is_not_in_the_menu(administrator):
    assert "searches" in reports(administrator)
    assert "search-terms" not in reports(administrator)


def test_what_is_searched_most_is_first(editor):
    searched("puno", hits=2)
    searched("cusco", hits=9)
    searched("ancash", hits=2)

    assert rows(editor) == [("cusco", 9), ("ancash", 2), ("puno", 2)]


def test_searches_of_a_period_are_added_up(editor):
    for days_ago in (0, 6, 7, 29, 30, 89):
        searched("puno", days_ago=days_ago)
    searched("cusco", days_ago=89)

    assert rows(editor) == [("puno", 4)]
    assert rows(editor, days="7") == [("puno", 2)]
    assert rows(editor, days="30") == [("puno", 4)]
    assert rows(editor, days="90") == [("puno", 6), ("cusco", 1)]


def test_a_period_that_is_none_is_the_usual_one(editor):
    searched("puno")

    assert rows(editor, days="x") == [("puno", 1)]


def test_what_found_nothing_is_shown_alone(editor):
    searched("puno", found=3)
    searched("guanaco", found=0)

    assert rows(editor, found="0") == [("guanaco", 1)]
    assert len(rows(editor)) == 2


def test_words_are_found_in_it(editor):
    searched("regional elections")
    searched("mining")

    assert rows(editor, q="election") == [("regional elections", 1)]


def test_the_page_that_was_followed_most_is_linked(editor, news):
    query = searched("verdict")
    rare, often = factories.articles(news, 2)
    clicked(query, rare, hits=4)
    clicked(query, often, hits=3)
    clicked(query, often, hits=2, days_ago=1)
    clicked(query, rare, hits=9, days_ago=31)

    shown = html(editor)

    address = reverse("wagtailadmin_pages:edit", args=[often.pk])
    assert f'<a href="{address}">{often.title}</a> (5)' in shown
    assert rare.title not in shown


def test_promoted_pages_stand_beside_the_figures(editor, news):
    query = searched("verdict")
    searched("guanaco")
    SearchPromotion.objects.create(query=query, page=news)
    link = {"external_link_text": "The court", "external_link_url": "https://a.pe/"}
    SearchPromotion.objects.create(query=query, **link)

    shown = html(editor)

    address = reverse("wagtailsearchpromotions:edit", args=[query.pk])
    assert f'<a href="{address}">News</a>' in shown
    assert f'<a href="{address}">The court</a>' in shown
    assert shown.count("Promote a page") == 1


def test_a_page_is_promoted_from_the_report(editor, news):
    searched("women & water")
    address = f"{reverse('promote')}?query=women%20%26%20water"

    assert address in html(editor)
    form = editor.get(address)
    editor.post(
        form.context["action_url"],
        {
            "query_string": form.context["form"]["query_string"].value(),
            "editors_picks-TOTAL_FORMS": 1,
            "editors_picks-INITIAL_FORMS": 0,
            "editors_picks-0-page": news.pk,
            "editors_picks-0-ORDER": 1,
        },
    )

    assert str(SearchPromotion.objects.get()) == "women & water - News"
    assert "Promote a page" not in html(editor)


def test_what_readers_type_is_shown_as_text(editor):
    searched("<script>alert(1)</script>")

    assert "&lt;script&gt;alert(1)" in html(editor)
    assert "<script>alert" not in html(editor)


FORMULAS = ["=1+1", "+1", "-1", "@sum(a1)"]


def exported(client, kind):
    response = client.get(REPORT, {"export": kind})
    return b"".join(response.streaming_content)


def test_a_file_of_it_can_be_read_by_programs(editor, news):
    query = searched("verdict", hits=7, found=2)
    clicked(query, news, hits=3)
    SearchPromotion.objects.create(query=query, page=news)

    heading, row = csv.reader(exported(editor, "csv").decode().splitlines())

    today = str(timezone.localdate())
    assert dict(zip(heading, row, strict=True)) == {
        "Words": "verdict",
        "Searches": "7",
        "Results": "2",
        "Clicked most": "News",
        "Clicks on it": "3",
        "Promoted": "News",
        "Last searched": today,
    }


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_program_reckons_with_what_readers_typed(editor, formula):
    searched(formula)

    rows = list(csv.reader(exported(editor, "csv").decode().splitlines()))
    sheet = load_workbook(BytesIO(exported(editor, "xlsx"))).active

    assert rows[1][0] == f"'{formula}"
    cell = sheet.cell(row=2, column=1)
    assert (cell.value, cell.data_type) == (formula, "s")


def test_a_long_report_costs_no_more_queries_than_a_short_one(editor, news):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            shown = editor.get(REPORT).context["object_list"]
            assert len(shown) == min(50, Query.objects.count())
        return len(queries)

    clicked(searched("first"), news)
    cost()  # what Wagtail keeps in mind
    short = cost()
    for n in range(60):
        query = searched(f"query {n}")
        clicked(query, news)
        SearchPromotion.objects.create(query=query, page=news)

    assert cost() == short
    assert len(rows(editor, p=2)) == 11
