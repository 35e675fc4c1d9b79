"""Queries with the answers that people would agree on, known from how a corpus was made.

Grades: 3 is exactly what was meant, 2 is a good answer, 1 is related.
"""

from dataclasses import dataclass
from random import Random

from benchmarks.queries import by_hand, facts, names, typos, words
from benchmarks.queries.library import Library

NO_ANSWER = {"no answer", "stop words"}
KINDS = words.KINDS | names.KINDS | facts.KINDS | typos.KINDS | by_hand.KINDS


@dataclass
class Query:
    """``relevant`` has grades by address; it is empty if nothing should be found."""

    query: str
    kind: str
    relevant: dict[str, int]


def make_queries(documents, seed):
    """The queries that a corpus has answers to, and those that no corpus has."""
    library = Library(documents)
    found = {}
    for kind, make in KINDS.items():
        # Each kind has dice of its own, so that a change to one leaves the others alone.
        for text, relevant in make(library, Random(f"{seed} {kind}")):
            if bool(relevant) != (kind in NO_ANSWER):
                found.setdefault(text, Query(text, kind, relevant))
    return list(found.values())
