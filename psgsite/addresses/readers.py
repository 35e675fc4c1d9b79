"""Tells readers who look for a page from programs that try what a server gives away.

Nothing here has to be perfect: who pretends to be a reader is counted as one.
"""

import re
from typing import NamedTuple
from urllib.parse import urlsplit

from django.urls import is_valid_path
from wagtail.models import Page

from psgsite.addresses.spelling import fold

LONGEST = 255  # of what a redirect can be made from

# What answers addresses that editors make. The rest is the site's own machinery.
FOR_READERS = {"wagtail_serve", "wagtaildocs_serve"}

ROBOT = re.compile(
    r"bot|crawl|spider|slurp|scan|monitor|preview|fetch|headless|archive"
    r"|curl|wget|python|java/|go-http|okhttp|libwww|perl|ruby|axios|http-?client",
    re.IGNORECASE,
)
# Addresses that are only asked for by who looks for a way in. All in small letters.
PROBE = re.compile(
    r"/\.|\.\.|//|/~|/_|%(?!2[06789c])"  # only spaces and & ' ( ) , may be encoded
    r"|wp-|wordpress|xmlrpc|php-?my|/pma|mysql|adminer|cgi-|/cgi|phpinfo|phpunit|eval-"
    r"|/admin|/manager|/login|/user/|/vendor/|/api/|/console|/config|/backup|/debug"
    r"|/actuator|/solr|/owa/|/ecp/|/autodiscover|/boaform|/hnap|/telescope|/graphql"
    r"|/server-|/node_modules|/shell|/etc/|/v[0-9]/"
)
ENDING = re.compile(r"\.([a-z0-9]+)$")
PAGES = {
    "html",
    "htm",
    "pdf",
    "doc",
    "docx",
    "odt",
    "rtf",
    "xls",
    "xlsx",
    "ppt",
    "pptx",
}
# Programs of an old site. Their names are tried by everyone.
PROGRAMS = {"php", "asp", "aspx", "cfm", "jsp", "pl"}

# What may lead to a person, or be a secret: a mail address, a number as long as a
# telephone's, a key.
PERSONAL = re.compile(r"@|\d{7}|(?=[^/]*\d)[0-9a-z_=]{24}|[0-9a-f]{8}-[0-9a-f]{4}-")
# Of a query is kept what numbers a page of an old site: ``id=12``.
NUMBER = re.compile(r"[a-z_]{1,20}=\d{1,6}")
HOST = re.compile(r"([a-z0-9-]+\.)+[a-z][a-z0-9-]+")
LONGEST_HOST = 100


class Missed(NamedTuple):
    address: str  # folded
    referrer: str  # the name of the host that a link was on, or ""


def what_a_reader_missed(request) -> Missed | None:
    """What to keep of a request that nothing answered; None if that is nothing."""
    if not is_for_a_page(request) or not is_final(request):
        return None
    path, _, query = fold(request.get_full_path()).partition("?")
    numbers = [part for part in query.split("&") if NUMBER.fullmatch(part)]
    referrer = referring_host(request)
    if not is_worth_keeping(path, is_backed=bool(numbers or referrer)):
        return None
    address = f"{path}?{'&'.join(numbers)}" if numbers else path
    return Missed(address, referrer) if len(address) <= LONGEST else None


def is_for_a_page(request) -> bool:
    """Whether a browser asks for something to read, and not for a picture or a script."""
    headers = request.headers
    agent = headers.get("User-Agent", "")
    return (
        request.method == "GET"
        and "text/html" in headers.get("Accept", "")
        and headers.get("Sec-Fetch-Mode", "navigate") == "navigate"
        and "prefetch" not in headers.get("Sec-Purpose", "")
        and bool(agent)
        and not ROBOT.search(agent)
    )


def is_final(request) -> bool:
    """Whether nothing is there: not a page without what its query asks for.

    Nor will the reader be sent to the same address with a slash.
    """
    match = request.resolver_match
    if match is None:
        path = request.path_info
        return path.endswith("/") or not is_valid_path(f"{path}/")
    if match.url_name not in FOR_READERS:
        return False
    return match.url_name != "wagtail_serve" or not Page.route_for_request(
        request, request.path
    )


def is_worth_keeping(path, *, is_backed) -> bool:
    """``is_backed`` says that a number or a link makes it likely that it once was there."""
    if PROBE.search(path) or PERSONAL.search(path) or not path.isprintable():
        return False
    ending = ENDING.search(path)
    if ending is None or ending[1] in PAGES:
        return True
    return ending[1] in PROGRAMS and is_backed


def referring_host(request) -> str:
    try:
        host = urlsplit(request.headers.get("Referer", "")).hostname or ""
    except ValueError:
        return ""
    return host if HOST.fullmatch(host) and len(host) <= LONGEST_HOST else ""
