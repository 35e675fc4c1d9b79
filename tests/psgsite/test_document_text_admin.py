"""Editors are told in which documents a search finds nothing, and why."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import Collection, GroupCollectionPermission

from psgsite.models import Document
from tests import factories
from tests.psgsite.document_files import document, docx, pdf

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client, home):
    client.force_login(factories.user("Editors"))
    return client


@pytest.fixture
def documents(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        document(pdf(["Verdict"]), name="good.pdf")
        document(b"%PDF-1.4 report", name="damaged.pdf")
        document(b"Votes", name="votes.xlsx")
    return {each.filename: each for each in Document.objects.all()}


def report(client):
    return client.get(reverse("documents_without_text"))


def edit_form(client, document):
    html = client.get(reverse("wagtaildocs:edit", args=[document.pk])).content
    return html.decode()


def read_documents(**options):
    out = StringIO()
    call_command("read_documents", stdout=out, **options)
    return out.getvalue().splitlines()


def test_the_report_lists_documents_without_text_and_why(editor, documents):
    html = report(editor).content.decode()

    assert "damaged.pdf" in html
    assert "The file is damaged" in html
    assert "votes.xlsx" in html
    assert "Files of this kind are not read." in html
    assert "good.pdf" not in html


def test_a_document_that_was_never_read_says_so(editor, home):
    document(pdf(["Verdict"]))

    assert "It has not been read yet." in report(editor).content.decode()


def test_the_reports_lead_there_who_may_change_documents(editor, documents):
    menu = editor.get(reverse("wagtailadmin_home")).content.decode()

    assert reverse("documents_without_text") in menu


def test_nobody_else_reads_the_report(client, home, documents):
    group = factories.Group.objects.create(name="Membership")
    access = factories.ContentType.objects.get(app_label="wagtailadmin", model="admin")
    group.permissions.set(access.permission_set.all())
    client.force_login(factories.user("Membership"))

    response = report(client)

    assert response.url == reverse("wagtailadmin_home")
    menu = client.get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("documents_without_text") not in menu


def test_the_report_has_only_documents_that_its_reader_may_change(editor, documents):
    elsewhere = Collection.get_first_root_node().add_child(name="Elsewhere")
    GroupCollectionPermission.objects.update(collection=elsewhere)
    Document.objects.filter(file__contains="votes").update(collection=elsewhere)

    html = report(editor).content.decode()

    assert "votes.xlsx" in html
    assert "damaged.pdf" not in html


def test_the_form_of_a_document_says_what_is_wrong_beside_its_file(editor, documents):
    html = edit_form(editor, documents["damaged.pdf"])

    assert "Search finds nothing in this document. The file is damaged" in html
    for good in ("good.pdf", "votes.xlsx"):
        assert "Search finds nothing" not in edit_form(editor, documents[good])


def test_documents_from_before_are_read_on_command(home):
    document(docx("Verdict"), name="a.docx")
    bad = document(b"", name="b.pdf")

    lines = read_documents()

    assert Document.objects.get(file__contains="a.docx").text == "Verdict"
    assert lines == [
        f"{bad.pk} “Annual report”: The file is empty. Upload it again.",
        "2 read, 1 of them without text",
    ]


def test_documents_are_read_once_unless_asked_again(documents):
    Document.objects.update(text="As it was read")

    assert read_documents() == ["0 read, 0 of them without text"]
    assert Document.objects.filter(text="As it was read").count() == 3

    assert read_documents(again=True)[-1] == "3 read, 1 of them without text"
    assert documents["good.pdf"].text == "Verdict"


def test_a_file_that_took_the_place_of_another_is_read_too(documents):
    replaced = Document.objects.filter(file__contains="good")
    replaced.update(text="The old text", text_version="the old file")

    assert read_documents() == ["1 read, 0 of them without text"]
    assert replaced.get().text == "Verdict"
