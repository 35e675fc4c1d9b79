"""What the admin says of documents that aren't what their names say."""

import tracemalloc
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.urls import reverse

from psgsite.models import Document
from tests import factories
from tests.admin.uploading import (
    Stream,
    about,
    by_form,
    dropped,
    file,
    form_errors,
    in_place_of,
    post_stream,
    while_writing,
)
from tests.psgsite.document_files import docx, pdf

pytestmark = pytest.mark.any_database

DOCUMENTS = "wagtaildocs"
HTML = b"\n<!DOCTYPE html><html><script>alert(1)</script></html>"
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'


def archive(*parts, secret=False):
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as zipped:
        for name in parts:
            zipped.writestr(name, b"<x/>")
    content = made.getvalue()
    if secret:  # as the bit that says so, in both places where it stands
        content = content.replace(b"PK\x03\x04\x14\0\0", b"PK\x03\x04\x14\0\x01")
        content = content.replace(
            b"PK\x01\x02\x14\x03\x14\0\0", b"PK\x01\x02\x14\x03\x14\0\x01"
        )
    return content


def bomb():
    return docx("Small", files={f"word/{n}.xml": bytes(30_000_000) for n in range(4)})


BAD = {
    "a web page named PDF": (lambda: file("a.pdf", HTML), "a web page"),
    "a web page named text": (lambda: file("a.txt", HTML), "a web page"),
    "a drawing named PDF": (lambda: file("a.pdf", SVG), "a web page or a drawing"),
    "a drawing named text": (lambda: file("a.txt", SVG), "a web page or a drawing"),
    "a text named PDF": (lambda: file("a.pdf", b"Votes"), "no .pdf file is inside"),
    "a PDF named Word": (lambda: file("a.docx", pdf(["x"])), "no .docx file is inside"),
    "a program named text": (
        lambda: file("a.txt", b"MZ\0\0"),
        "no .txt file is inside",
    ),
    "a text named Word": (lambda: file("a.docx", b"Votes"), "no .docx file is inside"),
    "a broken archive": (
        lambda: file("a.docx", docx("x")[:-30]),
        "The file is damaged",
    ),
    "another archive": (lambda: file("a.docx", archive("a.txt")), "no .docx file"),
    "a table named Word": (
        lambda: file("a.docx", archive("xl/w.xml")),
        "no .docx file",
    ),
    "old Word": (
        lambda: file("a.docx", b"\xd0\xcf\x11\xe0" * 99),
        "without a password",
    ),
    "a locked archive": (
        lambda: file("a.docx", archive("word/a.xml", secret=True)),
        "without a password",
    ),
    "macros": (
        lambda: file("a.docx", archive("word/a.xml", "word/vbaProject.bin")),
        "There are macros",
    ),
    "a bomb": (lambda: file("a.docx", bomb()), "Unpacked, this file is far larger"),
    "nothing": (lambda: file("a.pdf", b""), "The file is empty"),
    "a page of the web": (
        lambda: file("a.html", HTML),
        "Only these kinds can be uploaded",
    ),
    "a drawing": (lambda: file("a.svg", SVG), "Only these kinds can be uploaded"),
}
GOOD = {
    "a.pdf": pdf(["Votes"]),
    "a.docx": docx("Votes"),
    "a.xlsx": archive("[Content_Types].xml", "xl/workbook.xml"),
    "a.pptx": archive("[Content_Types].xml", "ppt/presentation.xml"),
    "a.odt": archive("mimetype", "content.xml"),
    "a.rtf": b"{\\rtf1 Votes}",
    "a.txt": "Áncash <5 votes>".encode(),
    "b.txt": "Áncash".encode("utf-16"),
    "a.csv": "region,votes\nÁncash,5".encode("cp1252"),
    "A.PDF": pdf(["Votes"]),
}


@pytest.mark.parametrize("what", BAD)
def test_what_is_not_what_its_name_says_is_refused_with_what_to_do(editor, what):
    make, words = BAD[what]

    errors = by_form(editor, DOCUMENTS, make())

    [message] = errors["file"]
    assert words in message
    assert any(remedy in message for remedy in ("upload that", "upload it again"))
    assert not Document.objects.exists()


@pytest.mark.parametrize("name", GOOD)
def test_what_is_what_its_name_says_is_kept(editor, name):
    errors = by_form(editor, DOCUMENTS, file(name, GOOD[name]))

    assert not errors
    assert Document.objects.get().filename == name


def test_it_is_refused_whichever_way_it_comes(editor):
    kept = factories.document(uploaded_by_user_id=editor.session["_auth_user_id"])
    before = kept.file.name
    make, words = BAD["a web page named PDF"]

    assert words in dropped(editor, DOCUMENTS, make())["error_message"]
    assert words in while_writing(editor, DOCUMENTS, make())["file"][0]
    assert words in in_place_of(editor, DOCUMENTS, kept, make())["file"][0]
    assert Document.objects.get().file.name == before
    assert kept.file.storage.exists(before)


def test_an_upload_of_200_megabytes_is_refused_and_fills_no_memory(editor):
    address = reverse("wagtaildocs:add")
    stream = Stream("a.pdf", "file", 200_000_000, about(DOCUMENTS), b"%PDF-1.4")
    editor.get(address)
    tracemalloc.start()

    response = post_stream(editor, address, stream)

    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    [message] = form_errors(response)["file"]
    assert "This file has 190.7" in message
    assert "at most 20.0" in message
    assert "split it" in message
    assert peak < 40_000_000
