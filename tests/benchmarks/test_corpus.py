"""The corpus and its queries are the same each time, and what they claim is so."""

import json
import subprocess
import sys

import pytest

from benchmarks.corpus import generate, import_line
from benchmarks.documents import has_any, site_documents, words_in
from benchmarks.exchange import read_queries, write_both
from benchmarks.queries import NO_ANSWER, make_queries
from benchmarks.queries.by_hand import LISTS
from home.site_setup import SECTIONS
from news.subjects import REGION_NAMES

pytestmark = pytest.mark.any_database

ARTICLES = generate(300, seed=5)
DOCUMENTS = [*site_documents(), *ARTICLES]
QUERIES = make_queries(DOCUMENTS, seed=5)


def test_a_seed_gives_the_same_in_every_process(tmp_path):
    make = (
        "import sys; from pathlib import Path; from benchmarks.exchange import write_both;"
        "write_both(Path(sys.argv[1]), articles=60, seed=5)"
    )
    here, there = tmp_path / "here", tmp_path / "there"
    for folder in (here, there):
        folder.mkdir()

    write_both(here, articles=60, seed=5)
    # In another process sets of strings have another order.
    subprocess.run([sys.executable, "-c", make, there], check=True)

    for name in ("corpus.jsonl", "queries.jsonl"):
        assert (here / name).read_text() == (there / name).read_text()


def test_another_seed_gives_other_articles():
    other = generate(300, seed=6)

    assert {each.title for each in other} - {each.title for each in ARTICLES}


def test_every_article_has_an_address_of_its_own_and_some_text():
    lengths = [len(words_in(" ".join(each.parts))) for each in ARTICLES]

    assert len({each.url for each in ARTICLES}) == len(ARTICLES)
    assert min(lengths) >= 120
    assert max(lengths) <= 420


def test_news_comes_from_every_region_and_from_the_nation():
    regions = {region for each in generate(1000, seed=5) for region in each.regions}

    assert regions == {*REGION_NAMES, "National"}


def test_no_slot_of_a_sentence_stays_empty():
    lines = [import_line(each) for each in generate(2000, seed=5)]

    assert not [line for line in lines if "{" in line[1:] or "None" in line]


def test_the_pages_of_a_new_site_are_known():
    addresses = {each.url for each in site_documents()}

    assert addresses >= {f"/{fields['slug']}/" for _, fields, _ in SECTIONS}


def test_every_answer_is_a_page_of_the_corpus():
    addresses = {each.url for each in DOCUMENTS}
    answers = {url for each in QUERIES for url in each.relevant}

    assert answers <= addresses
    assert {grade for each in QUERIES for grade in each.relevant.values()} <= {1, 2, 3}


def test_only_what_has_no_answer_has_none():
    unanswered = {each.kind for each in QUERIES if not each.relevant}

    assert unanswered == NO_ANSWER
    assert len({each.query for each in QUERIES}) == len(QUERIES) >= 150


def test_what_has_no_answer_shares_no_word_with_any_text():
    text = "".join(each.folded_text for each in DOCUMENTS)
    small = {"a", "do", "for", "how", "i", "on", "alpacas"}

    for query in LISTS["none"]["no answer"]:
        assert not has_any(text, set(words_in(query)) - small), query


def test_queries_of_others_are_read_from_a_file(tmp_path):
    path = tmp_path / "queries.jsonl"
    theirs = {"query": "mining", "kind": "topic", "relevant": {"/news/mine/": 3}}
    path.write_text(f"{json.dumps(theirs)}\n\n")

    (query,) = read_queries(path)

    assert query.relevant == {"/news/mine/": 3}
