"""The text of a document is read when its file is uploaded, and kept with it."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from psgsite.models import Document
from tests.psgsite.document_files import document, pdf

pytestmark = pytest.mark.django_db


def test_an_uploaded_file_is_read_when_it_is_saved(report):
    assert (report.text, report.text_problem) == ("Verdict in Puno", "")


def test_a_bad_file_is_saved_with_what_is_wrong(committed, caplog):
    with committed():
        made = document(b"%PDF-1.4 report", name="rosa-quispe.pdf")

    made.refresh_from_db()
    assert made.text == ""
    assert "damaged" in made.text_problem
    [record] = [each for each in caplog.records if each.name.startswith("psgsite")]
    assert record.levelname == "WARNING"
    assert str(made.pk) in record.getMessage()
    assert "quispe" not in record.getMessage()


def test_a_scan_is_told_from_a_kind_that_is_not_read(committed):
    with committed():
        scan, table = document(pdf(b"")), document(b"Votes", name="votes.xlsx")

    for made in (scan, table):
        made.refresh_from_db()
    assert "OCR" in scan.text_problem
    assert table.text_problem == ""


def test_a_file_that_has_gone_is_a_problem_too(report):
    report.file.storage.delete(report.file.name)

    report.read()

    assert "missing" in report.text_problem
    assert Document.objects.get().text == ""


def test_a_new_file_is_read_even_under_the_name_of_the_old(administrator, committed):
    with committed():
        old = document(pdf(["Old"]))
    form = {"title": "Report", "collection": old.collection_id, "tags": ""}
    file = ContentFile(pdf(["Changed"]), name="report.pdf")

    with committed():
        administrator.post(
            reverse("wagtaildocs:edit", args=[old.pk]), form | {"file": file}
        )

    new = Document.objects.get()
    assert new.file.name == old.file.name
    assert new.text == "Changed"


def test_a_document_whose_file_stays_is_not_read_again(report, committed):
    Document.objects.update(text="As it was read")

    with committed():
        report.title = "Another title"
        report.save()

    assert Document.objects.get().text == "As it was read"


def test_a_file_that_was_replaced_while_it_was_read_leaves_no_text(report):
    Document.objects.update(text="", file_hash="another")

    report.read()

    assert Document.objects.get().text == ""


def test_lists_and_pages_leave_the_long_text_in_the_database(report):
    assert "text" in Document.objects.get().get_deferred_fields()
