"""A search reads with a page the documents that it uses, but no private one."""

import pytest

from psgsite.document_text import documents_in
from psgsite.models import Document
from tests import factories
from tests.psgsite.document_files import (
    attached,
    collection,
    document,
    pdf,
    restrict,
    texts_of,
)

pytestmark = pytest.mark.django_db


def linked(document):
    return f'<p><a linktype="document" id="{document.pk}">this</a></p>'


def test_documents_are_found_in_order_wherever_they_are(news, committed):
    with committed():
        first, second, third, fourth, _unused = (
            document(pdf([str(number)])) for number in range(1, 6)
        )
    table = {"columns": [{"type": "text", "heading": "A"}], "caption": ""}
    rows = [{"values": [linked(third)]}]
    page = factories.article(
        news,
        body=[
            attached(second),
            {"type": "paragraph", "value": linked(first)},
            {"type": "table", "value": table | {"rows": rows}},
            {"type": "fact_box", "value": {"title": "A", "text": linked(fourth)}},
            attached(first),
        ],
    )

    found = documents_in(page.streams)

    assert found == [second, first, third, fourth]


def test_all_documents_take_one_query(news, committed, django_assert_num_queries):
    with committed():
        made = [document(pdf(["Puno"])) for _ in range(3)]
    blocks = [{"type": "paragraph", "value": linked(each)} for each in made]
    page = factories.article(news, body=blocks)

    with django_assert_num_queries(1):
        assert [each.text for each in documents_in(page.streams)] == ["Puno"] * 3


def test_a_page_without_documents_takes_no_query(news, django_assert_num_queries):
    page = factories.article(news, body=[{"type": "paragraph", "value": "<p>A</p>"}])

    with django_assert_num_queries(0):
        assert documents_in(page.streams) == []


def test_a_document_that_was_deleted_is_not_in_the_page(article, report):
    Document.objects.all().delete()

    assert texts_of(article) == []


def test_a_private_document_is_left_out(article, report):
    assert texts_of(article) == ["Verdict in Puno"]
    members = collection("Members")
    Document.objects.update(collection=members)
    assert texts_of(article) == ["Verdict in Puno"]

    restrict(members)

    assert texts_of(article) == []


def test_what_is_below_a_private_collection_is_private_and_what_is_beside_it_is_not(
    article, report
):
    members, papers = collection("Members"), collection("Papers")
    minutes = collection("Minutes", parent=members)
    restrict(members)
    Document.objects.update(collection=minutes)
    assert texts_of(article) == []

    Document.objects.update(collection=papers)

    assert texts_of(article) == ["Verdict in Puno"]
