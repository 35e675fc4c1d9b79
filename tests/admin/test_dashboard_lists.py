"""The lists that the panels of the admin's home lead to."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.admin.editing import SUBMIT, add, was_refused


def test_more_than_five_lead_to_a_list_of_all(editor, news):
    for n in range(7):
        add(editor, news, title=f"Draft {n}", slug=f"draft-{n}")

    shown = editor.get(reverse("my_drafts"))

    panel = editor.get(reverse("wagtailadmin_home")).content.decode()
    assert [f">Draft {n}<" in panel for n in range(7)] == [False] * 2 + [True] * 5
    assert "All 7 drafts" in panel
    assert [page.title for page in shown.context["object_list"]] == [
        f"Draft {n}" for n in range(6, -1, -1)
    ]


def test_a_list_of_many_costs_no_more_queries_than_one_of_few(
    editor, news, django_assert_num_queries
):
    def read(count):
        shown = editor.get(reverse("my_drafts"))
        assert len(shown.context["object_list"]) == count

    for n in range(3):
        add(editor, news, title=f"Draft {n}", slug=f"draft-{n}")
    read(3)
    with CaptureQueriesContext(connection) as queries:
        read(3)
    few = len(queries)

    for n in range(3, 9):
        add(editor, news, title=f"Draft {n}", slug=f"draft-{n}")
    with django_assert_num_queries(few):
        read(9)


def test_all_reviews_are_listed_as_the_home_shows_them(editor, publisher, news):
    for n in range(6):
        add(editor, news, action=SUBMIT, title=f"For review {n}", slug=f"review-{n}")
    names = [f"For review {n}" for n in range(6)]

    for client in (editor, publisher):
        assert "All 6 reviews" in client.get("/admin/").content.decode()
        listed = client.get(reverse("my_reviews")).context["object_list"]
        assert [review.page_title for review in listed] == names


LISTS = [
    "my_drafts",
    "my_reviews",
    "scheduled_pages",
    "published_pages",
    "lacking_articles",
    "broken_links",
    "unreviewed_pages",
]


@pytest.mark.parametrize("name", LISTS)
def test_each_list_opens_for_those_who_write_and_for_nobody_else(
    name, editor, publisher, administrator, secretary, client
):
    for writer in (editor, publisher, administrator):
        for export in ("", "csv", "xlsx"):
            response = writer.get(reverse(name), {"export": export} if export else {})
            assert response.status_code == 200
        assert writer.get(reverse(f"{name}_results")).status_code == 200

    assert was_refused(secretary.get(reverse(name)))
    assert client.get(reverse(name)).status_code == 302
