"""Queries that don't depend on the corpus: for standing pages, sample articles, nothing."""

import tomllib
from pathlib import Path

FILE = Path(__file__).parent / "by_hand.toml"
LISTS = tomllib.loads(FILE.read_text(encoding="utf-8"))


def standing_pages(library, random):
    for entry in LISTS["standing"]:
        relevant = entry["relevant"]
        if "also_on" in entry:
            relevant = dict.fromkeys(library.on(entry["also_on"]), 2) | relevant
        yield entry["query"], relevant


def sample_articles(library, random):
    for entry in LISTS["sample"]:
        yield entry["query"], entry["relevant"]


def nothing(kind):
    def make(library, random):
        for query in LISTS["none"][kind]:
            yield query, {}

    return make


KINDS = {
    "standing pages": standing_pages,
    "sample articles": sample_articles,
    **{kind: nothing(kind) for kind in LISTS["none"]},
}
