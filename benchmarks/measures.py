"""How good an answer is: recall, mean reciprocal rank and nDCG of the first ten results.

Järvelin and Kekäläinen 2002 for nDCG, with gains of 2^grade - 1 as Burges et al. 2005 have.
"""

from dataclasses import dataclass
from math import log2
from statistics import mean, quantiles

FIRST = 10
GOOD = 2  # the least grade that counts for recall and rank, where a query has such


@dataclass
class Score:
    recall: float
    rank: float
    ndcg: float
    empty: bool


def score(relevant, found):
    """Compare addresses ``found``, best first, with grades by address."""
    found = list(dict.fromkeys(found))[:FIRST]
    good = good_ones(relevant)
    hits = [place for place, url in enumerate(found, 1) if url in good]
    gains = [relevant.get(url, 0) for url in found]
    best = sorted(relevant.values(), reverse=True)[:FIRST]
    return Score(
        recall=len(hits) / min(FIRST, len(good)),
        rank=1 / hits[0] if hits else 0,
        ndcg=discounted(gains) / discounted(best),
        empty=not found,
    )


def good_ones(relevant):
    good = {url for url, grade in relevant.items() if grade >= GOOD}
    return good or set(relevant)


def discounted(grades):
    return sum(
        (2**grade - 1) / log2(place + 1) for place, grade in enumerate(grades, 1)
    )


def average(scores):
    """The scores of some queries as one; ``empty`` is then a share."""
    return Score(
        recall=mean(each.recall for each in scores),
        rank=mean(each.rank for each in scores),
        ndcg=mean(each.ndcg for each in scores),
        empty=mean(each.empty for each in scores),
    )


def typical_times(milliseconds):
    """The median, and what nineteen of twenty stay under."""
    twentieths = quantiles(milliseconds, n=20)
    return twentieths[9], twentieths[18]
