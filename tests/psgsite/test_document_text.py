"""The text of files is read; a file that can't be is refused with what to do."""

from io import BytesIO
from itertools import count
from types import SimpleNamespace

import pytest

from psgsite import document_text
from psgsite.document_text import UnreadableDocument, read_text
from tests.psgsite.document_files import docx, drawn, pdf

pytestmark = pytest.mark.any_database

# As a newer program encrypts; the keys don't matter, for nothing here can use them.
AES = b"""%%PDF-1.7
1 0 obj
<< /Filter /Standard /V 5 /R 6 /Length 256 /P -4
/O <%(long)s> /U <%(long)s> /OE <%(short)s> /UE <%(short)s> /Perms <%(shortest)s>
/CF << /StdCF << /CFM /AESV3 /Length 32 >> >> /StmF /StdCF /StrF /StdCF >>
endobj
2 0 obj
<< /Type /Catalog >>
endobj
trailer
<< /Root 2 0 R /Size 3 /Encrypt 1 0 R /ID [<00> <00>] >>
startxref
0
%%%%EOF
""" % {b"long": b"00" * 48, b"short": b"00" * 32, b"shortest": b"00" * 16}
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
NESTED = "".join(
    [
        "</w:t></w:r></w:p>",
        "<w:sdt><w:sdtContent>" * 2000,
        "</w:sdtContent></w:sdt>" * 2000,
        "<w:p><w:r><w:t>",
    ]
)
REPORT = pdf(*[["Verdict due in Puno"]] * 100)
REFUSED = {
    "a PDF that was cut off": ("a.pdf", REPORT[: len(REPORT) // 2], "damaged"),
    "the start of a PDF": ("a.pdf", b"%PDF-1.4 report", "damaged"),
    "a Word file called PDF": ("a.pdf", docx("Verdict"), "damaged"),
    "a page of a server that failed": ("a.pdf", b"<html>", "damaged"),
    "a PDF called Word file": ("a.docx", REPORT, "damaged"),
    "a Word file that was cut off": ("a.docx", docx("Verdict")[:-30], "damaged"),
    "a Word file nested too deep": ("a.docx", docx(NESTED), "damaged"),
    "a PDF called text": ("a.txt", REPORT, "damaged"),
    "bytes called text": ("a.txt", b"Verdict\0due", "damaged"),
    "a PDF with a password": ("a.pdf", pdf(["A"], password="secret"), "password"),
    "a PDF with a newer password": ("a.pdf", AES, "password"),
    "a Word file with a password": ("a.docx", OLD_WORD, "password"),
    "an empty PDF": ("a.pdf", b"", "empty"),
    "an empty Word file": ("a.docx", b"", "empty"),
    "an empty text": ("a.txt", b"", "empty"),
    "a Word file with a bomb": (
        "a.docx",
        docx("A", files={"b": bytes(10**8)}),
        "too large",
    ),
    "a Word file like a dictionary": ("a.docx", docx("A" * 5_000_001), "too large"),
}


def read(name, content):
    return read_text(BytesIO(content), name)


@pytest.mark.parametrize(("name", "content", "why"), REFUSED.values(), ids=REFUSED)
def test_a_file_that_cannot_be_read_is_refused_with_a_remedy(name, content, why):
    with pytest.raises(UnreadableDocument, match=why) as refusal:
        read(name, content)

    assert len(str(refusal.value)) <= 300
    assert str(refusal.value).count(". ") >= 1


def test_a_small_file_that_unpacks_to_a_huge_one_is_refused():
    bomb = docx("Verdict", files={"word/media/image1.bmp": bytes(100_000_000)})

    assert len(bomb) < 200_000
    with pytest.raises(UnreadableDocument, match="too large"):
        read("a.docx", bomb)


def test_a_file_that_is_too_large_is_not_even_opened(monkeypatch):
    monkeypatch.setattr(document_text, "LARGEST_FILE", len(REPORT) - 1)

    with pytest.raises(UnreadableDocument, match="too large"):
        read("a.pdf", REPORT)


def test_a_pdf_is_read_page_by_page():
    content = pdf(["Informe sobre Áncash", "The mine’s owners"], ["Second page"])

    text = read("Informe.PDF", content)

    assert text == "Informe sobre Áncash\nThe mine’s owners\nSecond page"


def test_a_word_that_a_line_of_a_pdf_breaks_is_whole():
    assert read("a.pdf", pdf(["The organi-", "sation of the"])) == (
        "The organisation of the"
    )


def test_a_pdf_that_may_be_read_but_not_changed_is_read():
    content = pdf(["Open to all"], password="", owner_password="secret")

    assert read("a.pdf", content) == "Open to all"


def test_a_long_pdf_is_read_up_to_a_page():
    content = pdf(*[[f"Page {number}."] for number in range(1, 1001)])

    text = read("a.pdf", content)

    assert "Page 500." in text
    assert "Page 501." not in text


def test_a_slow_pdf_is_read_as_far_as_there_is_time(monkeypatch):
    seconds = count(step=2)
    clock = SimpleNamespace(monotonic=lambda: next(seconds))
    monkeypatch.setattr(document_text, "time", clock)

    text = read("a.pdf", pdf(["One"], ["Two"], ["Three"], ["Four"]))

    assert text == "One\nTwo"


def test_a_page_with_a_huge_drawing_leaves_out_no_other(monkeypatch):
    monkeypatch.setattr("psgsite.document_text.LONGEST_WORK", 60)
    drawing = drawn(["Peru"] * 100_000)

    assert read("a.pdf", pdf(["Before"], drawing, ["After"])) == "Before\nAfter"


def test_a_scan_has_no_text():
    assert read("a.pdf", pdf(b"", b"")) == ""


def test_a_word_file_is_read_with_its_tables():
    cell = "</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Cusco</w:t></w:r></w:p>"
    content = docx(
        "Áncash &amp; Puno", f"Votes{cell}</w:tc></w:tr></w:tbl><w:p><w:r><w:t>"
    )

    assert read("a.docx", content) == "Áncash & Puno\nVotes\nCusco"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_plain_text_is_read_whatever_windows_wrote_it_with(encoding):
    content = "Áncash’s\r\nmines".encode(encoding)

    assert read("a.txt", content) == "Áncash’s\nmines"


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.odt", "a.doc", "a", ".pdf"])
def test_other_kinds_have_no_text(name):
    assert read(name, b"Votes") == ""


def test_spaces_and_control_characters_are_tidied():
    content = "One\x07\t two \n\n \x0c\nthree\x9f\x7f"

    assert read("a.txt", content.encode()) == "One two\nthree"


def test_what_no_database_takes_is_left_out_of_a_pdf():
    content = pdf(b"BT /F1 12 Tf 72 720 Td (Ver\\000dict\\001) Tj ET")

    assert read("a.pdf", content) == "Verdict"


def test_no_more_is_kept_than_a_search_reads():
    assert len(read("a.txt", b"Peru " * 100_000)) == 200_000
    assert len(read("a.docx", docx("Peru " * 100_000))) == 200_000
