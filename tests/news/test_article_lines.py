"""What is said of a line that can't be imported: all that is wrong, and what to do."""

import json
from datetime import date, timedelta
from io import BytesIO

import pytest
from django.utils import timezone
from django.utils.formats import date_format

from news.imports.lines import LONGEST_LINE, LineError, numbered_lines, read_row
from news.models import Region

pytestmark = pytest.mark.any_database

ARTICLE = {
    "title": "Verdict due",
    "date": "2014-12-08",
    "summary": "Short.",
    "body": "",
}
REGIONS = {
    name.lower(): Region(pk=n, name=name) for n, name in enumerate(["Cusco", "Puno"])
}
TOMORROW = timezone.localdate() + timedelta(days=1)


def row(**fields):
    return read_row(1, json.dumps(ARTICLE | fields).encode(), REGIONS)


def problem(line):
    with pytest.raises(LineError) as caught:
        read_row(1, line, REGIONS)
    return str(caught.value)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"title": 5}, "title is a number (want text)"),
        ({"title": None}, "title is null (want text)"),
        ({"title": " \n"}, "title is empty (every article needs one)"),
        ({"title": "a" * 256}, "title has 256 characters (at most 255)"),
        (
            {"title": "\ud83d"},
            "title has half a character, '\\ud83d' (write the whole one)",
        ),
        ({"date": "31/02/2015"}, "date '31/02/2015' is not a date (want YYYY-MM-DD)"),
        ({"date": "2015-02-29"}, "date '2015-02-29' is not a date (want YYYY-MM-DD)"),
        ({"date": "20150228"}, "date '20150228' is not a date (want YYYY-MM-DD)"),
        ({"date": 20150228}, "date is a number (want text)"),
        (
            {"date": "1979-12-31"},
            "date '1979-12-31' is too early: Use a date from 1980 or later.",
        ),
        (
            {"date": f"{TOMORROW}"},
            f"date '{TOMORROW}' is in the future (want "
            f"{date_format(timezone.localdate())} or earlier)",
        ),
        ({"summary": "a" * 1001}, "summary has 1001 characters (at most 1000)"),
        ({"body": ["<p>"]}, "body is a list (want text)"),
        ({"byline": "a" * 151}, "byline has 151 characters (at most 150)"),
        ({"slug": "Áncash"}, "slug 'Áncash' can't be part of an address (want ancash)"),
        ({"slug": "a/b"}, "slug 'a/b' can't be part of an address (want ab)"),
        (
            {"slug": "2014"},
            "slug '2014' is an address of the archive (add a word to it)",
        ),
        (
            {"slug": "feed"},
            "slug 'feed' is an address of the archive (add a word to it)",
        ),
        ({"topics": "Mining"}, "topics is text (want a list of names)"),
        ({"topics": [1]}, "topics is a number (want text)"),
        ({"topics": ["—"]}, "topics has '—' (want a name with letters)"),
        ({"topics": ["a" * 61]}, "topics has 61 characters (at most 60)"),
        (
            {"regions": ["Cuzco"]},
            "regions has 'Cuzco', which is no region (want one of: Cusco)",
        ),
        (
            {"regions": ["Bolivia"]},
            "regions has 'Bolivia', which is no region (want one of: Cusco, Puno)",
        ),
        (
            {"legacy_url": "news.php?id=1"},
            "legacy_url 'news.php?id=1' is not an address "
            "(want http://… or a path that begins with /)",
        ),
        ({"legacy_url": "http://["}, "legacy_url 'http://[' is not an address"),
        (
            {"legacy_url": "/" + "a" * 255},
            "legacy_url has 256 characters (at most 255)",
        ),
        (
            {"sumary": ""},
            "'sumary' is not a key (want title, date, summary, body, slug, topics, byline, "
            "legacy_url, regions)",
        ),
    ],
)
def test_what_is_wrong_with_a_field_is_said_with_the_remedy(fields, said):
    assert problem(json.dumps(ARTICLE | fields).encode()) == said


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"{'title': 1}", "not JSON: Expecting property name"),
        (b'{"title": "a"} {}', "not JSON: Extra data, at character 16"),
        (b'["title"]', "a list (want an object, in curly brackets)"),
        (b"null", "null (want an object, in curly brackets)"),
        (b'{"title": "a", "title": "b"}', "has 'title' more than once (keep one)"),
        (
            b'{"title": "caf\xe9"}',
            "byte 15 (0xe9) is not UTF-8 (save the file as UTF-8)",
        ),
        (b"[" * 100_000, "not JSON: maximum recursion depth"),
        (b"9" * 5000, "not JSON: Exceeds the limit"),
        (
            b" " * (LONGEST_LINE + 1),
            "longer than 5 MB (take out pictures written as text)",
        ),
    ],
)
def test_what_is_not_an_object_in_json_is_refused(line, said):
    assert problem(line).startswith(said)


def test_all_that_is_wrong_with_a_line_is_said_at_once():
    said = problem(b'{"title": "", "date": "soon", "summary": ""}')

    assert said == (
        "body is missing; title is empty (every article needs one); "
        "date 'soon' is not a date (want YYYY-MM-DD)"
    )


def test_optional_keys_may_be_null():
    read = row(slug=None, topics=None, regions=None, byline=None, legacy_url=None)

    assert (read.slug, read.topics, read.legacy_url) == ("", [], "")


def test_control_characters_go_and_line_breaks_stay():
    read = row(
        title="a\u0000 b\n\tc", summary="a\r\nb\u000bc\u001f", body="<p>\u0007</p>"
    )

    assert (read.title, read.summary, read.body) == ("a b c", "a\nb\nc", "<p></p>")


def test_regions_are_known_whatever_their_case_or_accents():
    assert row(regions=["puno", "CÚSCO", "Puno"]).regions == [1, 0]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("http://www.example.org.uk/news.php?id=12", "/news.php?id=12"),
        ("https://example.org/news/2014/x.html#top", "/news/2014/x.html"),
        ("/news/%C3%81ncash/", "/news/Áncash"),
        ("/news.php?b=2&a=1", "/news.php?a=1&b=2"),
        ("http://example.org", "/"),
    ],
)
def test_an_old_address_is_kept_as_redirects_look_it_up(given, kept):
    assert row(legacy_url=given).legacy_url == kept


def test_a_date_is_a_day_up_to_today():
    assert row(date=f"{timezone.localdate()}").date == timezone.localdate()
    assert row(date="1980-01-01").date == date(1980, 1, 1)


def test_lines_are_numbered_as_an_editor_of_text_does():
    file = BytesIO(b"\xef\xbb\xbfone\r\n\n   \r\nfour\n\xe2\x80\xa8five")

    assert list(numbered_lines(file)) == [
        (1, b"one\r\n"),
        (4, b"four\n"),
        (5, b"\xe2\x80\xa8five"),
    ]


def test_of_a_line_too_long_only_the_beginning_is_kept():
    file = BytesIO(b"a" * (3 * LONGEST_LINE) + b"\nb")

    (one, long), two = numbered_lines(file)

    assert (one, len(long)) == (1, LONGEST_LINE + 1)
    assert two == (2, b"b")
