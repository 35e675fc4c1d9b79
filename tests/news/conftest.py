"""What tests of the article import share."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

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
