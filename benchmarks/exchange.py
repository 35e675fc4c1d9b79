"""A corpus and its queries as files of JSON, one object a line: ours, or those of others.

A corpus is what ``manage.py import_articles`` reads. A query is
``{"query": "…", "kind": "…", "relevant": {"/news/slug/": 3}}``.
"""

import json
from dataclasses import asdict

from benchmarks.corpus import generate, import_line
from benchmarks.documents import site_documents
from benchmarks.queries import Query, make_queries


def write_corpus(path, articles):
    path.write_text("".join(f"{import_line(each)}\n" for each in articles))


def write_queries(path, queries):
    lines = (json.dumps(asdict(each), ensure_ascii=False) for each in queries)
    path.write_text("".join(f"{line}\n" for line in lines))


def read_queries(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    return [Query(**json.loads(line)) for line in lines if line.strip()]


def write_both(folder, *, articles, seed):
    """Write a generated corpus and its queries; return their paths."""
    corpus, queries = folder / "corpus.jsonl", folder / "queries.jsonl"
    generated = generate(articles, seed)
    write_corpus(corpus, generated)
    write_queries(queries, make_queries([*site_documents(), *generated], seed))
    return corpus, queries
