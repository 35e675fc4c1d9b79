"""manage.py import_articles: what it refuses, and how it says so."""

import pytest
from django.core.management import CommandError, call_command
from wagtail.contrib.redirects.models import Redirect

from news.models import ArticlePage, Topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def refusal(import_articles):
    """What the command says when it refuses a file and imports nothing of it."""

    def said_of(*lines):
        with pytest.raises(CommandError) as caught:
            import_articles(*lines)
        assert not ArticlePage.objects.exists()
        assert not Topic.objects.exists()
        return str(caught.value)

    return said_of


def test_bad_lines_are_all_named_and_nothing_is_imported(refusal):
    said = refusal({}, {"date": "31/02/2015", "topics": ["Water"]}, "", "{}}", {})

    assert said == (
        "import_articles: news.jsonl: line 2: date '31/02/2015' is not a date "
        "(want YYYY-MM-DD)\n"
        "import_articles: news.jsonl: line 4: not JSON: Extra data, at character 3 "
        "(want one object, on one line); nothing was imported"
    )


def test_of_many_bad_lines_the_first_fifty_are_named(refusal):
    said = refusal(*["{"] * 52)

    assert "line 50:" in said
    assert "line 51:" not in said
    assert said.endswith("news.jsonl: and 2 more bad lines; nothing was imported")


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (
            [{"slug": "a"}, {}, {"slug": "a"}],
            "line 3: slug 'a' is on line 1 too (change one)",
        ),
        (
            [{"legacy_url": "/x/"}, {"legacy_url": "http://example.org/x"}],
            "line 2: legacy_url '/x' is on line 1 too (change one)",
        ),
        (
            [{"legacy_url": "/taken"}],
            "line 1: legacy_url '/taken' is redirected already (delete that under "
            "Settings, Redirects, or leave this out)",
        ),
        (
            [{"legacy_url": "/news/?id=3"}],
            "line 1: legacy_url '/news?id=3' is the address of a page of this site "
            "(leave it out)",
        ),
        (
            [{"title": "Other", "legacy_url": "/news/verdict-due"}, {}],
            "line 1: legacy_url '/news/verdict-due' is the address of a page of this site "
            "(leave it out)",
        ),
        (
            [{"body": "<b>" * 300}],
            "line 1: body has tags within tags, more than 200 deep (close or remove some)",
        ),
    ],
)
def test_what_does_not_fit_with_the_site_or_the_file_is_refused(refusal, lines, said):
    Redirect.add_redirect("/taken", "/about/")

    whole = f"import_articles: news.jsonl: {said}; nothing was imported"
    assert refusal(*lines) == whole


def test_without_a_news_section_the_remedy_is_said(db):
    with pytest.raises(CommandError, match="run setup_site first"):
        call_command("import_articles", "news.jsonl")


def test_a_file_that_is_not_there_is_named(news):
    with pytest.raises(CommandError, match=r"none\.jsonl: No such file.*give the path"):
        call_command("import_articles", "none.jsonl")
