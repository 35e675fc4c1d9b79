"""The one rule by which addresses count as the same; docs/operators/old-site.md states it."""

import re
from string import ascii_lowercase, ascii_uppercase

from django.http import QueryDict
from wagtail.contrib.redirects.models import Redirect

TRACKING = re.compile(r"utm_.*|mc_.*|fbclid|gclid", re.IGNORECASE)
# As files of an old site are called; the first is what a folder shows.
INDEX, ENDINGS = "/index", [".html", ".htm"]
FILE = re.compile(rf"({INDEX})?\.html?$")
# Databases don't agree on what the small letter of an Ñ is.
SMALL = str.maketrans(ascii_uppercase, ascii_lowercase)


def fold(address: str) -> str:
    """The form that all spellings of an address share: ``/news/old?id=12``.

    It has small letters, neither a slash nor ``.html`` at its end, and no parameter that
    only says where a reader came from; the others are in order.
    """
    path, _, query = Redirect.normalise_path(address).translate(SMALL).partition("?")
    path = FILE.sub("", path).rstrip("/") or "/"
    kept = "&".join(part for part in query.split("&") if part and not is_tracking(part))
    return f"{path}?{kept}" if kept else path


def is_tracking(parameter: str) -> bool:
    return bool(TRACKING.fullmatch(parameter.partition("=")[0]))


def path_of(address: str) -> str:
    return address.partition("?")[0]


def query_without_tracking(address: str) -> str:
    """What comes after the path, beginning with ``?``, or ""."""
    query = QueryDict(address.partition("?")[2], mutable=True)
    for name in [name for name in query if is_tracking(name)]:
        del query[name]
    return f"?{query.urlencode()}" if query else ""


def spellings(folded: str) -> set[str]:
    """How redirects from a folded address may be stored, in small letters.

    One from the path alone goes for every query.
    """
    path, mark, query = folded.partition("?")
    base = path.rstrip("/")
    paths = [path, *(f"{base}{INDEX}{ending}" for ending in ENDINGS)]
    if base:
        paths += [f"{base}{ending}" for ending in ENDINGS]
    found = {f"{each}{mark}{query}" for each in paths} | set(paths)
    return found | {each.lower() for each in found}
