"""One term for all the forms and spellings of a word."""

import pytest

from search.words.analysis import clean, terms

pytestmark = pytest.mark.any_database

SAME = [
    ("Áncash", "ancash"),
    ("Ñuñoa", "nunoa"),
    ("ÁNCASH", "a\u0301ncash"),  # with the accent as a character of its own
    ("elections", "election"),
    ("killed", "killing"),
    ("comunidades", "comunidad"),
    ("elecciones", "elección"),
    ("campesinos", "campesina"),
    ("Cajamarca’s", "Cajamarca"),
    ("Cajamarca's", "Cajamarca"),
    ("don’t", "don't"),
    ("Ch’uqi", "Ch\u02bcuqi"),
    ("U.N.", "UN"),
    ("29,785", "29785"),
    ("29.785", "29785"),
    ("organisation", "organization"),
    ("sterilisations", "sterilization"),
    ("labour", "labor"),
    ("centre", "center"),
    ("defence", "defense"),
    ("programme", "program"),
    ("travelled", "traveled"),
    ("judgement", "judgment"),
    ("women", "woman"),
    ("8th", "8"),
    ("paediatric", "pediatric"),
    ("orthopaedic", "orthopedic"),
    ("co\u00adoperation", "cooperation"),  # a soft hyphen
    ("\ufb01nal", "final"),  # a ligature
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_forms_of_a_word_have_one_term(one, other):
    assert terms(clean(one)) == terms(clean(other))
    assert len(terms(clean(one))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Puno", "Pino"),
        ("police", "policy"),
        ("four", "for"),
        ("Peru", "Piura"),
        ("mine", "mind"),
        ("2013", "2014"),
    ],
)
def test_different_words_have_different_terms(one, other):
    assert terms(clean(one)) != terms(clean(other))


def test_hyphens_and_dashes_part_words():
    assert terms(clean("right-wing – law")) == ["right", "wing", "law"]


def test_terms_are_plain_letters_and_digits():
    text = clean("👩‍⚖️ Łódź ß ﷺ العربية 北京 \0 \ud800 ' \" * ( ) : NEAR x_y")

    assert all(term.isascii() and term.isalnum() for term in terms(text))
    assert "near" in terms(text)
    assert "lodz" in terms(text)


def test_no_word_is_taken_for_what_is_not_a_word():
    assert terms("qxfkindpage qxqxtlima Qxqx") == ["fkindpag", "tlima"]


def test_a_word_without_end_is_cut():
    assert terms("x" * 10_000) == ["x" * 60]
