"""Measures how well the search finds what readers mean.

    python -m benchmarks.search_quality --articles 2000 --seed 1

Makes a site of its own, with sample content and invented articles, on SQLite and on
PostgreSQL. Asks it queries of which it is known what should come, and asks Wagtail's plain
search the same. ``--corpus`` and ``--queries`` take others' articles and queries instead.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from benchmarks import exchange, report

ROOT = Path(__file__).resolve().parent.parent
DATABASES = ["sqlite", "postgres"]


def main(options):
    with tempfile.TemporaryDirectory(prefix="psg-") as name:
        folder = Path(name)
        corpus, path = exchange.write_both(
            folder, articles=options.articles, seed=options.seed
        )
        corpus, path = options.corpus or corpus, options.queries or path
        queries = exchange.read_queries(path)
        chosen = DATABASES if options.database == "both" else [options.database]
        found = {each: answers(each, folder, corpus, path) for each in chosen}
    found = {database: each for database, each in found.items() if each}
    show(options, queries, found)
    return 0 if len(found) == len(chosen) else 1


def show(options, queries, found):
    lines = list(report.tables(queries, found))
    if options.worst:
        lines += report.worst(queries, found, options.worst)
    sys.stdout.write("\n".join(lines) + "\n")
    if options.json:
        whole = {"queries": [asdict(each) for each in queries], "answers": found}
        options.json.write_text(json.dumps(whole, ensure_ascii=False, indent=1))


def answers(database, folder, corpus, queries):
    """What a new site on that kind of database answers; None if it couldn't be asked."""
    path = folder / f"{database}.json"
    ask = [sys.executable, "-m", "benchmarks.one_database", corpus, queries, path]
    if database == "postgres":
        ask = [sys.executable, "-m", "tests.with_postgres", *ask]
    # Whatever database this shell is set to use stays as it is.
    place = {"DATABASE_URL": "", "DATA_DIR": str(folder / database)}
    place |= {"DEBUG": "1", "LOG_LEVEL": "WARNING"}
    subprocess.run(ask, env=os.environ | place, cwd=ROOT, check=False)
    return json.loads(path.read_text()) if path.exists() else None


def read_options():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--database", choices=[*DATABASES, "both"], default="both")
    parser.add_argument("--corpus", type=absolute, help="A file for import_articles.")
    parser.add_argument("--queries", type=absolute, help="Queries with their answers.")
    parser.add_argument("--worst", type=int, default=0, help="List that many queries.")
    parser.add_argument("--json", type=Path, help="Write all answers to this file.")
    return parser.parse_args()


def absolute(path):
    return Path(path).resolve()


if __name__ == "__main__":
    sys.exit(main(read_options()))
