"""What a feed validator checks, for RSS 2.0 and Atom 1.0: each rule that is broken, in words.

After the W3C's feed validator, RFC 4287 and the RSS Advisory Board's profile of RSS 2.0.
"""

import re
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit
from xml.etree import ElementTree

from bs4 import BeautifulSoup

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"

CONTENT_TYPES = {
    "rss": "application/rss+xml; charset=utf-8",
    "feed": "application/atom+xml; charset=utf-8",
}
RFC_3339 = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", re.ASCII
)
RFC_822 = re.compile(r"\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d [+-]\d{4}", re.ASCII)
TAGS = re.compile(
    "p|div|br|hr|h[2-4]|b|strong|i|em|q|cite|sub|sup|s|abbr|span|time|a|img|ul|ol|li|"
    "blockquote|figure|figcaption|table|caption|thead|tbody|tr|th|td"
)
ATTRIBUTES = {
    "alt",
    "datetime",
    "height",
    "href",
    "lang",
    "scope",
    "src",
    "start",
    "width",
}


def broken_rules(response, address):
    """The rules that the feed got from ``address`` breaks; [] if it is valid."""
    try:
        root = ElementTree.fromstring(response.content)
    except ElementTree.ParseError as error:
        return [f"not well-formed: {error}"]
    kind = root.tag.removeprefix(ATOM)
    rules = {"rss": rss_rules, "feed": atom_rules}
    if kind not in rules:
        return [f"no feed: {root.tag}"]
    found = list(rules[kind](root, address))
    if response["Content-Type"] != CONTENT_TYPES[kind]:
        found.append(f"content type: {response['Content-Type']}")
    return found


def rss_rules(root, address):
    channel = root.find("channel")
    yield from missing(channel, ["title", "link", "description", "language"])
    yield from wrong_address("link", channel.findtext("link"))
    yield from wrong_date(RFC_822, "lastBuildDate", channel.findtext("lastBuildDate"))
    own = channel.find(f"{ATOM}link")
    yield from wrong_self(own, address)
    yield from repeated([item.findtext("guid") for item in channel.iter("item")])
    for item in channel.iter("item"):
        yield from rss_item_rules(item)


def rss_item_rules(item):
    yield from missing(item, ["title", "link", "description", "guid", CONTENT])
    yield from wrong_address("link", item.findtext("link"))
    yield from wrong_date(RFC_822, "pubDate", item.findtext("pubDate"))
    guid = item.find("guid")
    if guid.get("isPermaLink") != "false":
        yield from wrong_address("guid", guid.text)
    if item.find("author") is not None and "@" not in item.findtext("author"):
        yield "author without an e-mail address"
    yield from html_rules(item.findtext(CONTENT))


def atom_rules(root, address):
    yield from missing(root, [f"{ATOM}{name}" for name in ("title", "id", "updated")])
    yield from wrong_date(RFC_3339, "updated", root.findtext(f"{ATOM}updated"))
    yield from wrong_uri(root.findtext(f"{ATOM}id"))
    links = {link.get("rel"): link for link in root.findall(f"{ATOM}link")}
    yield from wrong_self(links.get("self"), address)
    yield from wrong_address("link", links["alternate"].get("href"))
    entries = root.findall(f"{ATOM}entry")
    yield from repeated([entry.findtext(f"{ATOM}id") for entry in entries])
    for entry in entries:
        if root.find(f"{ATOM}author") is None:
            yield from missing(entry, [f"{ATOM}author"])
        yield from atom_entry_rules(entry)


def atom_entry_rules(entry):
    names = ["title", "id", "updated", "summary", "content"]
    yield from missing(entry, [f"{ATOM}{name}" for name in names])
    yield from wrong_uri(entry.findtext(f"{ATOM}id"))
    for name in ("updated", "published"):
        yield from wrong_date(RFC_3339, name, entry.findtext(f"{ATOM}{name}"))
    for link in entry.findall(f"{ATOM}link"):
        yield from wrong_address("link", link.get("href"))
    for author in entry.findall(f"{ATOM}author"):
        yield from missing(author, [f"{ATOM}name"])
    if entry.find(f"{ATOM}content").get("type") != "html":
        yield "content that doesn't say that it is HTML"
    yield from html_rules(entry.findtext(f"{ATOM}content"))


def html_rules(html):
    """What feed readers take out or stumble over, and what is lost outside the site."""
    for tag in BeautifulSoup(html, "html5lib").body.find_all(name=True):
        if not TAGS.fullmatch(tag.name):
            yield f"element {tag.name}"
        yield from (f"attribute {name}" for name in set(tag.attrs) - ATTRIBUTES)
        for name in {"href", "src"} & set(tag.attrs):
            yield from wrong_address(f"{tag.name} {name}", tag[name])
        if tag.name == "img" and not {"alt", "width", "height"} <= set(tag.attrs):
            yield "img without its alternative text or its size"


def missing(element, names):
    for name in names:
        found = element.find(name)
        if found is None or not (found.text or len(found)):
            yield f"{element.tag} without {name}"


def wrong_self(link, address):
    if link is None or link.get("rel") != "self" or link.get("href") != address:
        yield f"no link to itself, {address}"


def wrong_address(what, address):
    parts = urlsplit(address or "")
    absolute = parts.scheme in {"http", "https"} and parts.netloc
    if not absolute and parts.scheme not in {"mailto", "tel"}:
        yield f"{what} isn't absolute: {address!r}"


def wrong_uri(identity):
    if not urlsplit(identity).scheme:
        yield f"id isn't a URI: {identity!r}"


def wrong_date(form, what, date):
    if not form.fullmatch(date or ""):
        yield f"{what} isn't a date: {date!r}"
    elif form is RFC_822 and f"{parsedate_to_datetime(date):%a}" != date[:3]:
        yield f"{what} has the wrong day of the week: {date}"


def repeated(identities):
    if len(set(identities)) < len(identities):
        yield "the same id twice"
