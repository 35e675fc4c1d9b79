"""Words of the site for words that it doesn't have, as somebody mistyped them."""

import re
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from django.db.models import Count, Max, Sum
from rapidfuzz import process
from rapidfuzz.distance import OSA

from search.finding.queries import Clause
from search.models import Word
from search.words.analysis import WORD, fold, stem

DOUBLED = re.compile(r"(.)\1")
SHORTEST = 4  # letters of a word that may be corrected
SURE_IN_COMPANY = 5  # letters from which an ordinary word may be, beside other words
SURE = 6  # letters from which an ordinary word may be
LONG = 8  # letters from which two of them may be wrong
MOST_GUESSES = 3


class Known(NamedTuple):
    """What is known of a word."""

    shown: str
    term: str
    entries: int
    is_name: bool

    @property
    def guess(self):
        """The word in print, and the way in which entries have it."""
        return self.shown, (self.term,)


def guesses(clause: Clause, known, *, in_company: bool) -> list[Clause]:
    """What a word that no page has may have been meant to be, the likeliest first.

    ``known`` is the ``vocabulary()``. More may be meant ``in_company`` of other words, as
    pages must have these too.
    """
    folded = fold(clause.typed)
    if len(WORD.findall(clause.typed)) > 1 or len(folded) < SHORTEST:
        return []
    if any(letter.isdigit() for letter in folded):
        return []
    alike = near(folded, known, in_company) + halves(folded, known)
    found = akin(folded, known) or alike or begun(folded, known)
    return [
        replace(clause, typed=shown, ways=(way,)) for shown, way in found[:MOST_GUESSES]
    ]


def vocabulary():
    """What is known of the words without digits, by word."""
    version = Word.objects.aggregate(Max("pk"), Count("pk"), Sum("entries"))
    return read_vocabulary(tuple(version.values()))


@lru_cache(maxsize=1)
def read_vocabulary(version):
    words = Word.objects.filter(entries__gt=0)
    rows = words.values_list("word", *Known._fields)
    return {word: Known(*row) for word, *row in rows.iterator() if word.isalpha()}


def akin(folded, known):
    """The commonest words of the same root, such as "weavers" for "weaving"."""
    root = stem(folded)
    if len(root) < SHORTEST:
        return []
    return begun(
        root, {word: known[word] for word in known if len(word) - len(root) < 4}
    )


def near(folded, known, in_company):
    """Words that differ in a letter or, if they are long, in two."""
    most = 2 if len(folded) >= LONG else 1
    found = process.extract(
        folded, known.keys(), scorer=OSA.distance, score_cutoff=most, limit=50
    )
    likely = [
        (distance + (word[0] != folded[0]), -known[word].entries, word)
        for word, distance, _ in found
        if is_likely(word, folded, known[word].is_name, in_company)
        or (len(found) == 1 and lacks_a_letter(folded, word))
    ]
    return [known[word].guess for *_, word in sorted(likely)]


def is_likely(word, folded, is_name, in_company):
    """Whether one may have meant ``word``: short words are easily others, unless names."""
    longer = max(len(word), len(folded))
    if is_name or is_same_letters(word, folded):
        return longer > SHORTEST or len(word) == len(folded)
    if in_company:
        return longer >= SURE_IN_COMPANY
    is_sure = word[0] == folded[0] or len(word) != len(folded) or longer >= LONG
    return longer >= SURE and is_sure


def lacks_a_letter(folded, word):
    return folded[0] == word[0] and len(word) == len(folded) + 1


def is_same_letters(word, folded):
    """Whether letters only changed places, or one was written twice or once."""
    once = [DOUBLED.sub(r"\1", each) for each in (word, folded)]
    return sorted(word) == sorted(folded) or once[0] == once[1]


def halves(folded, known):
    """Two words that were written as one. Whether they stand together, the index knows."""
    cuts = range(3, len(folded) - 2)
    pairs = [(folded[:cut], folded[cut:]) for cut in cuts]
    return [
        (f"{known[one].shown} {known[two].shown}", (known[one].term, known[two].term))
        for one, two in pairs
        if one in known and two in known
    ]


def begun(folded, known):
    """The commonest words that begin so."""
    words = [word for word in known if word.startswith(folded)]
    commonest = sorted(words, key=lambda word: (-known[word].entries, word))
    return [known[word].guess for word in commonest]
