"""Asks the site, and Wagtail's plain search, every query on one database.

    python -m benchmarks.one_database corpus.jsonl queries.jsonl answers.json

Run by ``benchmarks.search_quality``, which says with DATA_DIR and DATABASE_URL where: what
is there is added to, so it must be an empty database.
"""

import json
import logging
import os
import sys
from io import StringIO
from pathlib import Path
from time import perf_counter
from urllib.parse import urlsplit

import django
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client, override_settings
from django.test.utils import setup_test_environment

from benchmarks.exchange import read_queries
from benchmarks.measures import FIRST

# Wagtail's own search at its best: on PostgreSQL it can know the forms of English words.
ENGLISH = {
    "default": {
        "BACKEND": "wagtail.search.backends.database",
        "SEARCH_CONFIG": "english",
    }
}


def main(corpus, queries, answers):
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "psgsite.settings")
    django.setup()
    setup_test_environment(debug=False)
    call_command("migrate", verbosity=0)
    load(corpus)
    typed = [each.query for each in read_queries(Path(queries))]
    found = ask_site(typed)
    for query, plain in zip(typed, ask_plain(typed), strict=True):
        found[query]["plain"] = plain
    Path(answers).write_text(json.dumps(found))


def load(corpus):
    """Make a site of the sample content and the articles in a file."""
    for command in (["setup_site"], ["import_articles", corpus], ["update_index"]):
        call_command(*command, verbosity=0, stdout=StringIO())
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # as a database does by itself, a little later


def ask_site(queries):
    """What readers find, by query: addresses, best first, in how many milliseconds."""
    client = Client(raise_request_exception=False)
    found_by(client, "a first query, which loads what later ones share")
    answers = {}
    for query in queries:
        begun = perf_counter()
        found = found_by(client, query)
        milliseconds = 1000 * (perf_counter() - begun)
        answers[query] = {"site": found, "milliseconds": milliseconds}
    return answers


def found_by(client, query):
    """The addresses on the first page of results; none if the page is of an error."""
    response = client.get("/search/", {"query": query})
    if response.status_code != 200:
        return []
    return [path_of(result) for result in response.context["results"]][:FIRST]


def path_of(result):
    return urlsplit(result.url).path


def ask_plain(queries):
    """What Wagtail finds by itself, for each query: addresses, best first."""
    with override_settings(WAGTAILSEARCH_BACKENDS=ENGLISH):
        call_command("update_index", verbosity=0, stdout=StringIO())
        return [found_plainly(query) for query in queries]


def found_plainly(query):
    from wagtail.models import Page  # can't be imported before Django is set up

    try:
        with transaction.atomic():
            found = Page.objects.live().public().search(query)[:FIRST]
            return [path_of(page) for page in found]
    except Exception:
        logging.exception("Wagtail's search can't read %r", query)
        return []


if __name__ == "__main__":
    main(*sys.argv[1:])
