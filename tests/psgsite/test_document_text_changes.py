"""What changes a document, or who may open it, announces the pages that use it."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from psgsite.models import Document
from psgsite.pages import pages_saved
from tests import factories
from tests.psgsite.document_files import (
    attached,
    collection,
    pdf,
    restrict,
    texts_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def announced(article):
    """The pages that are announced from now on."""
    heard = []

    def listen(sender, pages, **kwargs):
        assert {type(page) for page in pages} == {sender}
        heard.extend(pages)

    pages_saved.connect(listen)
    yield heard
    pages_saved.disconnect(listen)


def change_file(report):
    report.file = ContentFile(pdf(["Changed"]), name="changed.pdf")
    report.save()


def rename(report):
    report.title = "Another title"
    report.save()


def move(report):
    report.collection = collection("Members")
    report.save()


def delete(report):
    report.delete()


def delete_many(report):
    Document.objects.all().delete()


def restrict_its_collection(report):
    restrict(report.collection)


@pytest.mark.parametrize(
    "change",
    [change_file, rename, move, delete, delete_many, restrict_its_collection],
    ids=lambda change: change.__name__,
)
def test_a_change_of_a_document_announces_its_page(
    article, report, announced, committed, change
):
    with committed():
        change(report)

    assert set(announced) == {article}


def test_a_new_text_is_there_when_it_is_announced(
    article, report, announced, committed
):
    with committed():
        change_file(report)

    assert texts_of(announced[-1]) == ["Changed"]


def test_only_published_pages_that_use_the_document_are_announced(
    article, news, report, announced, committed
):
    factories.article(news, slug="another", body=[])
    draft = factories.article(news, slug="a-draft", body=[attached(report)])
    draft.unpublish()
    announced.clear()

    with committed():
        rename(report)

    assert announced == [article]


def test_lifting_a_restriction_announces_pages_of_the_collections_below(
    article, report, announced, committed
):
    members = collection("Members")
    minutes = collection("Minutes", parent=members)
    restriction = restrict(members)
    Document.objects.update(collection=minutes)

    with committed():
        restriction.delete()

    assert announced == [article]


def test_moving_a_collection_in_the_admin_announces_its_pages(
    article, report, announced, committed, administrator
):
    members, papers = collection("Members"), collection("Papers")
    restrict(members)
    Document.objects.update(collection=papers)
    form = {"name": "Papers", "parent": members.pk}

    with committed():
        administrator.post(
            reverse("wagtailadmin_collections:edit", args=[papers.pk]), form
        )

    assert announced == [article]
    assert texts_of(announced[0]) == []


def test_moving_many_documents_in_the_admin_announces_their_pages(
    article, report, announced, committed, administrator
):
    members = collection("Members")
    address = reverse(
        "wagtail_bulk_action", args=["psgsite", "document", "add_to_collection"]
    )

    with committed():
        administrator.post(f"{address}?id={report.pk}", {"collection": members.pk})

    assert Document.objects.get().collection == members
    assert announced == [article]
