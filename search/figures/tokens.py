"""What a page of results hands to the browser, to be sent back when it is counted.

It is signed, so that only what this site really showed can be counted, and nothing has to
be written while a page is read.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from django.core import signing

from search.words.analysis import clean

SALT = "search.figures"
LONGEST_AGE = 24 * 60 * 60  # seconds
LONGEST_QUERY = 100  # letters
MOST_WORDS = 8  # more is a text that somebody pasted, whatever is in it

# What may lead to a person: mail addresses, numbers as long as a telephone's, the
# addresses of machines and of websites.
PERSONAL = re.compile(r"@|(?:\d[\s().+/–-]*){7}|(?:\d+\.){3}\d|://|\w\.[^\W\d_]{2}")


class Shown(NamedTuple):
    """What a page of results showed."""

    words: str
    found: int
    page_ids: list[int]


def token(query_text: str, found: int, page_ids: Iterable[int]) -> str:
    """Return what counts this search; "" for one that isn't kept.

    ``found`` is the number of all results, ``page_ids`` are those on this page of them.
    """
    words = fold_query(query_text)
    if not is_kept(words):
        return ""
    shown = Shown(words[:LONGEST_QUERY].rstrip(), found, list(page_ids))
    return signing.dumps(shown, salt=SALT, compress=True)


def read(token: str) -> Shown:
    """Return what a token was made of. Raises BadSignature if it is forged or too old."""
    return Shown(*signing.loads(token, salt=SALT, max_age=LONGEST_AGE))


def fold_query(text: str) -> str:
    """A query as it is kept: lower case, words with single spaces, accents as typed."""
    return " ".join(clean(text).lower().split())


def is_kept(words: str) -> bool:
    return 0 < len(words.split()) <= MOST_WORDS and not PERSONAL.search(words)
