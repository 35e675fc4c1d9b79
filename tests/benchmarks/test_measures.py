"""Scores of lists whose worth can be told by hand."""

from math import isclose, log2

import pytest

from benchmarks.measures import score

pytestmark = pytest.mark.any_database


def test_all_that_was_meant_in_order_is_perfect():
    result = score({"/a/": 3, "/b/": 2}, ["/a/", "/b/", "/c/"])

    assert (result.recall, result.rank, result.ndcg, result.empty) == (1, 1, 1, False)


def test_nothing_found_is_worth_nothing():
    result = score({"/a/": 3}, [])

    assert (result.recall, result.rank, result.ndcg, result.empty) == (0, 0, 0, True)


def test_a_good_answer_in_second_place_counts_half_for_its_rank():
    result = score({"/a/": 3}, ["/b/", "/a/"])

    assert result.rank == 1 / 2
    assert isclose(result.ndcg, 1 / log2(3))


def test_what_is_only_related_counts_for_the_order_alone():
    result = score({"/a/": 3, "/b/": 1}, ["/b/"])

    assert (result.recall, result.rank) == (0, 0)
    assert 0 < result.ndcg < 1


def test_where_all_is_only_related_it_is_what_was_meant():
    result = score({"/a/": 1, "/b/": 1}, ["/b/"])

    assert (result.recall, result.rank) == (1 / 2, 1)


def test_ten_of_thirty_right_answers_are_all_that_fit():
    relevant = {f"/{n}/": 3 for n in range(30)}

    assert score(relevant, [f"/{n}/" for n in range(30)]).recall == 1


def test_a_page_that_comes_twice_counts_once():
    assert score({"/a/": 3, "/b/": 3}, ["/a/", "/a/"]).recall == 1 / 2
