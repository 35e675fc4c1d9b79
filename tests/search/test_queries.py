"""What a reader typed, taken apart."""

import pytest

from search.finding.queries import LONGEST_QUERY, parse, tidy
from search.words.analysis import terms

pytestmark = pytest.mark.any_database


def ways(typed, synonyms=None):
    return [clause.ways for clause in parse(tidy(typed), synonyms or {}).clauses]


def word(text):
    return (tuple(terms(text)),)


def test_each_word_must_be_there():
    assert ways("mining Puno") == [word("mining"), word("Puno")]


def test_words_that_say_nothing_are_left_out():
    assert ways("the mining in Puno") == [word("mining"), word("Puno")]
    assert ways("¿Qué pasó en el Cusco?") == [word("pasó"), word("Cusco")]


def test_they_are_kept_where_there_is_nothing_else():
    query = parse("about us", {})

    assert query.says_nothing
    assert len(query.clauses) == 2


@pytest.mark.parametrize(
    "typed", ['"second round"', "“second round”", "«second round»", '"second  round']
)
def test_quoted_words_are_a_phrase(typed):
    found = ways(typed)

    if typed.count('"') == 1:  # a mark without its other half is none
        assert found == [word("second"), word("round")]
    else:
        assert found == [word("second round")]


@pytest.mark.parametrize(
    "typed", ["mining -Conga", "mining \u2013Conga", "-Conga mining"]
)
def test_a_minus_leaves_out(typed):
    query = parse(tidy(typed), {})

    assert [clause.typed for clause in query.clauses] == ["mining"]
    assert query.excluded == word("Conga")


def test_a_minus_leaves_out_a_phrase():
    assert parse('mining -"second round"', {}).excluded == word("second round")


@pytest.mark.parametrize("typed", ["right-wing", "mining - Conga", "2013-2014"])
def test_a_hyphen_or_a_dash_leaves_nothing_out(typed):
    assert not parse(tidy(typed), {}).excluded


def test_a_name_with_synonyms_is_one_thing():
    cvr, commission = ("cvr",), tuple(terms("Comisión de la Verdad"))
    synonyms = {cvr: (cvr, commission), commission: (cvr, commission)}

    assert ways("the CVR report", synonyms) == [(cvr, commission), word("report")]
    assert ways("comision de la verdad", synonyms) == [(commission, cvr)]


def test_a_word_counts_once():
    assert ways("mining Mining mines") == [word("mining")]


@pytest.mark.parametrize(
    "typed", ["", " ", "\0", '"', '""', "-", "- -- ()", "*", "👩‍⚖️", "'"]
)
def test_without_words_there_is_nothing_to_look_for(typed):
    query = parse(tidy(typed), {})

    assert (query.clauses, query.excluded) == ((), ())


def test_a_query_is_one_line_of_a_sensible_length():
    assert tidy("  mining\n\tin\0 Puno\u200b ") == "mining in Puno"
    assert len(tidy("mining " * 5000)) <= LONGEST_QUERY
