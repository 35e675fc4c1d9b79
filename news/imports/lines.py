"""Reads a file of articles, one JSON object a line. Format: docs/operators/import-articles.md."""

import json
import re
from codecs import BOM_UTF8
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from functools import partial
from itertools import count
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from wagtail.contrib.redirects.models import Redirect

from news.models import ARCHIVE_SLUG, ArticlePage
from news.subjects import Topic, ascii_slug

LONGEST_LINE = 5_000_000  # bytes
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
JSON_KINDS = {bool: "true or false", dict: "an object", list: "a list", str: "text"}


class LineError(Exception):
    """What is wrong with a line, and what to do about it."""


@dataclass
class Row:
    """One article as the file gives it; ``legacy_url`` is as redirects are stored."""

    number: int
    title: str
    date: date
    summary: str
    body: str
    slug: str = ""
    topics: list[str] = field(default_factory=list)
    regions: list[int] = field(default_factory=list)
    byline: str = ""
    legacy_url: str = ""


def numbered_lines(file):
    """Yield (number, line) for each line of a binary file that isn't blank.

    Of a line that is too long no more than its beginning is kept.
    """
    for number in count(1):
        line = file.readline(LONGEST_LINE + 1)
        if not line:
            return
        rest = line
        while rest and not rest.endswith(b"\n"):
            rest = file.readline(LONGEST_LINE)
        line = line.removeprefix(BOM_UTF8) if number == 1 else line
        if line.strip():
            yield number, line


def read_object(line):
    """The JSON object of a line. Raises LineError."""
    if len(line) > LONGEST_LINE:
        limit = LONGEST_LINE // 1_000_000
        raise LineError(f"longer than {limit} MB (take out pictures written as text)")
    try:
        found = json.loads(line.decode(), object_pairs_hook=refuse_repeated_keys)
    except UnicodeDecodeError as error:
        byte = error.object[error.start]
        raise LineError(
            f"byte {error.start + 1} ({byte:#04x}) is not UTF-8 (save the file as UTF-8)"
        ) from error
    except json.JSONDecodeError as error:
        raise LineError(
            f"not JSON: {error.msg}, at character {error.pos + 1} "
            "(want one object, on one line)"
        ) from error
    except (RecursionError, ValueError) as error:
        raise LineError(f"not JSON: {error} (want one object)") from error
    if not isinstance(found, dict):
        raise LineError(f"{kind(found)} (want an object, in curly brackets)")
    return found


def refuse_repeated_keys(pairs):
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        repeated = next(key for key in keys if keys.count(key) > 1)
        raise LineError(f"has {repeated!r} more than once (keep one)")
    return found


def kind(value):
    return "null" if value is None else JSON_KINDS.get(type(value), "a number")


def shown(value):
    return repr(value if len(value) <= 60 else f"{value[:59]}…")


def text(value):
    """A text without the control characters that no page can hold."""
    if not isinstance(value, str):
        raise LineError(f"is {kind(value)} (want text)")
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise LineError(
            f"has half a character, {value[error.start]!r} (write the whole one)"
        ) from error
    return CONTROLS.sub("", re.sub(r"\r\n?|[\x0b\x0c]", "\n", value)).strip()


def one_line(value):
    return re.sub(r"[ \t\n]+", " ", text(value))


def rules(model, name):
    return model._meta.get_field(name)


def within_limit(model, name, value):
    longest = rules(model, name).max_length
    if len(value) > longest:
        raise LineError(f"has {len(value)} characters (at most {longest})")
    return value


def title(value):
    if not one_line(value):
        raise LineError("is empty (every article needs one)")
    return within_limit(ArticlePage, "title", one_line(value))


def day(value):
    value = text(value)
    try:
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
            raise ValueError
        found = date.fromisoformat(value)
    except ValueError:
        raise LineError(f"{shown(value)} is not a date (want YYYY-MM-DD)") from None
    try:
        rules(ArticlePage, "date").run_validators(found)
    except ValidationError as error:
        raise LineError(
            f"{shown(value)} is too early: {' '.join(error.messages)}"
        ) from None
    if found > timezone.localdate():
        today = date_format(timezone.localdate())
        raise LineError(f"{shown(value)} is in the future (want {today} or earlier)")
    return found


def slug(value):
    value = within_limit(ArticlePage, "slug", text(value))
    if value and value != ascii_slug(value):
        hint = ascii_slug(value) or "one with letters"
        raise LineError(f"{shown(value)} can't be part of an address (want {hint})")
    if ARCHIVE_SLUG.fullmatch(value):
        raise LineError(
            f"{shown(value)} is an address of the archive (add a word to it)"
        )
    return value


def names(value):
    if not isinstance(value, list):
        raise LineError(f"is {kind(value)} (want a list of names)")
    found = {}
    for name in value:
        found.setdefault(ascii_slug(one_line(name)), one_line(name))
    return list(found.values())


def topics(value):
    for name in names(value):
        if not ascii_slug(name):
            raise LineError(f"has {shown(name)} (want a name with letters)")
        within_limit(Topic, "name", name)
    return names(value)


def regions(value, known):
    """The primary keys of regions. ``known`` are the regions by their slugified name."""
    for name in names(value):
        if ascii_slug(name) not in known:
            near = get_close_matches(ascii_slug(name), known, n=3, cutoff=0.7)
            hint = ", ".join(known[key].name for key in near or known)
            hint = f"want one of: {hint}" if known else "there are none: run setup_site"
            raise LineError(f"has {shown(name)}, which is no region ({hint})")
    return [known[ascii_slug(name)].pk for name in names(value)]


def legacy_url(value):
    """The old address in the form that redirects are looked up by: path and query."""
    value = text(value)
    try:
        url = urlsplit(value)
        is_full = url.scheme in {"http", "https"} and bool(url.hostname)
    except ValueError:
        raise LineError(f"{shown(value)} is not an address") from None
    if not (is_full or re.match(r"/(?!/)", value)):
        raise LineError(
            f"{shown(value)} is not an address (want http://… or a path that begins with /)"
        )
    path = f"{url.path}?{url.query}" if url.query else url.path
    return within_limit(Redirect, "old_path", Redirect.normalise_path(path))


REQUIRED = {
    "title": title,
    "date": day,
    "summary": lambda value: within_limit(ArticlePage, "summary", text(value)),
    "body": text,
}
OPTIONAL = {
    "slug": slug,
    "topics": topics,
    "byline": lambda value: within_limit(ArticlePage, "byline", one_line(value)),
    "legacy_url": legacy_url,
}


def read_row(number, line, known_regions):
    """The article of a line. Raises LineError, which names all that is wrong with it."""
    found = read_object(line)
    optional = OPTIONAL | {"regions": partial(regions, known=known_regions)}
    readers = REQUIRED | optional
    problems = [f"{key} is missing" for key in REQUIRED if key not in found]
    values = {}
    for key, value in found.items():
        try:
            if key not in readers:
                raise LineError(f"is not a key (want {', '.join(readers)})")
            if value is not None or key in REQUIRED:
                values[key] = readers[key](value)
        except LineError as problem:
            problems.append(f"{key if key in readers else shown(key)} {problem}")
    if problems:
        raise LineError("; ".join(problems))
    return Row(number, **values)
