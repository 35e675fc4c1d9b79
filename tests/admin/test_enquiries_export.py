"""Enquiries in a spreadsheet, in which nothing runs that a reader wrote."""

import csv
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from about.joining.admin.export import defused
from tests import factories
from tests.admin.enquiries import LIST, asked


def exported(client, address=f"{LIST}?"):
    """The rows of both files, which must be the same."""
    first = client.get(f"{address}&export=csv")
    text = b"".join(first.streaming_content).decode("utf-8-sig")
    rows = list(csv.reader(StringIO(text, newline="")))
    second = client.get(f"{address}&export=xlsx")
    sheet = load_workbook(BytesIO(b"".join(second.streaming_content))).active
    # A file of Excel's has one kind of line break.
    plain = [[cell.replace("\r", "\n") for cell in row] for row in rows]
    assert [[cell.value or "" for cell in row] for row in sheet.rows] == plain
    assert "f" not in {cell.data_type for row in sheet.rows for cell in row}
    return rows


def test_each_question_has_a_column_and_each_enquiry_a_row(clock, secretary):
    first = factories.enquiry(name="José", gift_aid=True)
    factories.enquiry(name="Rosa", contact=["Post", "E-mail"])
    secretary.post(f"{LIST}{first.pk}/handle/")

    heading, rosa, jose = exported(secretary)

    assert heading[:4] == ["Number", "Sent", "Handled", "Handled by"]
    as_pairs = [dict(zip(heading, row, strict=True)) for row in (rosa, jose)]
    assert as_pairs[0]["Name"] == "Rosa"
    assert as_pairs[0]["Another way to be contacted"] == "Post, E-mail"
    assert as_pairs[0]["Gift Aid declaration"] == ""
    assert as_pairs[1]["Gift Aid declaration"] == "Yes"
    assert as_pairs[1]["Handled"] == as_pairs[1]["Sent"] == "2027-03-01 09:00"
    assert as_pairs[1]["Handled by"] == "membership"


def test_only_what_is_asked_for_is_exported_all_pages_of_it(secretary):
    for n in range(60):
        factories.enquiry(name=f"Rosa {n}")
    factories.enquiry(name="José", email="jose@example.org")
    [(address, _)] = asked(secretary, words="rosa").redirect_chain

    names = [row[4] for row in exported(secretary, address)[1:]]

    assert len(names) == 60
    assert "José" not in names


def test_excel_is_told_that_it_is_utf_8(secretary):
    factories.enquiry(name="José Ñahui")

    response = secretary.get(f"{LIST}?export=csv")
    content = b"".join(response.streaming_content)

    assert content.startswith(b"\xef\xbb\xbf")
    assert "José Ñahui".encode() in content
    assert response["Content-Disposition"] == 'attachment; filename="enquiries.csv"'


def test_questions_with_the_same_words_share_a_column_and_hide_no_answer(secretary):
    enquiry = factories.enquiry(**{"Number": "7", "Name ": "x"})
    again = {"purpose": "", "label": "Name", "wording": "", "value": "Second"}
    enquiry.form_data["answers"].append(again)
    enquiry.save()

    heading, row = exported(secretary)

    pairs = dict(zip(heading, row, strict=True))
    assert pairs["Number"] == str(enquiry.pk)
    assert pairs["Number "] == "7"
    assert pairs["Name"] == "Rosa Quispe; Second"


FORMULAS = [
    "=1+1",
    "+44 20 7946 0000",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\rx",
    "\nx",
    "  =1",
    "\u00a0=1",
    "\ufeff=1",
    "\u200b=1",
    "＝1",  # noqa: RUF001 the wide sign itself
    "=cmd|' /C calc'!A0",
]
HARMLESS = ["Rosa", "1 = 1", "a@example.org", "", "José-María", "'=1"]


@pytest.mark.any_database
@pytest.mark.parametrize("text", FORMULAS)
def test_what_looks_like_a_formula_gets_an_apostrophe(text):
    assert defused(text) == f"'{text}"


@pytest.mark.any_database
@pytest.mark.parametrize("text", HARMLESS)
def test_other_texts_stay_as_they_are(text):
    assert defused(text) == text


def test_no_cell_of_either_file_is_a_formula(secretary):
    for text in FORMULAS:
        factories.enquiry(name=text, **{f"=HYPERLINK({len(text)})": text})

    for row in exported(secretary):
        for cell in row:
            assert cell == defused(cell)


def test_signs_that_no_spreadsheet_takes_are_left_out(secretary):
    factories.enquiry(name="Ro\x00sa\x0b")

    assert exported(secretary)[1][4] == "Rosa"
