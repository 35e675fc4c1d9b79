"""The part of a text that was found, with the words marked."""

import pytest

from search.finding.queries import parse
from search.results.passages import LENGTH, Marker

pytestmark = pytest.mark.any_database


def marker(typed, synonyms=None):
    return Marker(dict.fromkeys(parse(typed, synonyms or {}).clauses, 1.0))


@pytest.mark.parametrize(
    ("typed", "text", "marked"),
    [
        ("ancash", "In Áncash.", "In <mark>Áncash</mark>."),
        ("election", "Two elections", "Two <mark>elections</mark>"),
        ("cajamarca", "Cajamarca’s mine", "<mark>Cajamarca’s</mark> mine"),
        ("mine", "undermined mines", "undermined <mark>mines</mark>"),
        ("organization", "An organisation", "An <mark>organisation</mark>"),
        (
            '"right to water"',
            "right, right to water",
            "right, <mark>right to water</mark>",
        ),
        ("the water", "the water", "the <mark>water</mark>"),
        (
            "lima",
            "<b>Lima & Callao</b>",
            "&lt;b&gt;<mark>Lima</mark> &amp; Callao&lt;/b&gt;",
        ),
        ("script", "<script>", "&lt;<mark>script</mark>&gt;"),
    ],
)
def test_what_was_found_is_marked_and_the_rest_is_text(typed, text, marked):
    assert marker(typed).mark(text) == marked


def test_a_name_for_the_same_is_marked():
    ways = (("cvr",), ("truth", "commiss"))
    synonyms = dict.fromkeys(ways, ways)

    marked = marker("CVR", synonyms).mark("The Truth Commission told the truth")

    assert marked == "The <mark>Truth Commission</mark> told the truth"


def test_the_summary_is_shown_where_it_tells_as_much_as_the_text():
    found = marker("water")

    assert (
        found.passage("Clean water.", "More water " * 99) == "Clean <mark>water</mark>."
    )
    assert "<mark>Water</mark>" in found.passage(
        "Nothing of it.", "Far below. Water runs."
    )


def test_the_passage_with_most_of_the_words_is_shown():
    text = f"Water. {'Other words follow. ' * 60}In Puno, water is rare. {'And so on. ' * 60}"

    passage = marker("water Puno").passage("", text)

    assert "<mark>Puno</mark>, <mark>water</mark> is rare." in passage
    assert passage.startswith("… ")
    assert passage.endswith(" …")
    assert len(passage) < LENGTH + 60


def test_a_passage_begins_with_a_sentence_where_one_is_near():
    text = f"{'Long before this. ' * 30}The mine closed in May."

    assert (
        marker("mine").passage("", text).removeprefix("… ").startswith("The <mark>mine")
    )


def test_what_stands_at_the_end_of_a_long_text_is_shown():
    text = f"{'Nothing here. ' * 5000}The guanaco ran."

    assert "<mark>guanaco</mark>" in marker("guanaco").passage("A summary.", text)


def test_blocks_are_told_apart_in_a_passage():
    assert marker("water").passage("", "A heading\nClean water") == (
        "A heading · Clean <mark>water</mark>"
    )


def test_without_words_the_summary_is_shown():
    assert marker("").passage("A summary.", "A text.") == "A summary."
