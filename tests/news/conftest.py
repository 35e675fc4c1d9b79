"""What tests of the article import share, and those of the archive's lists."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from news.models import Region, Topic
from tests import factories

ARTICLE = {
    "title": "Verdict due",
    "date": "2014-12-08",
    "summary": "Judges meet.",
    "body": "<p>In Lima.</p>",
}


@pytest.fixture
def import_articles(news, tmp_path):
    """Import a file, of whose lines each is given by what differs from ARTICLE, or whole.

    Returns what the command says.
    """

    def run(*lines, **options):
        path = tmp_path / "news.jsonl"
        texts = [
            line if isinstance(line, str) else json.dumps(ARTICLE | line)
            for line in lines
        ]
        path.write_text("\n".join(texts))
        said = StringIO()
        call_command("import_articles", path, stdout=said, stderr=said, **options)
        return said.getvalue()

    return run


@pytest.fixture
def mining(news):
    return Topic.objects.create(name="Mining")


@pytest.fixture
def elections(news):
    return Topic.objects.create(name="Elections")


@pytest.fixture
def puno(news):
    return Region.objects.create(name="Puno")


@pytest.fixture
def cusco(news):
    return Region.objects.create(name="Cusco")


@pytest.fixture
def vote(news, elections, puno):
    """An article on elections, in Puno, of November 2014."""
    return factories.article(
        news,
        title="Puno votes",
        topics=[elections],
        regions=[puno],
        date=date(2014, 11, 29),
    )
