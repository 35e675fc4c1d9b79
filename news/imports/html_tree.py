"""Reads HTML of any quality into a tree, and words out of the tree."""

import re

import html5lib

from news.imports.editor_text import one_line

DEEPEST = 200
# What goes, with all that is in it.
is_dropped = re.compile(
    "applet|audio|button|canvas|embed|form|input|math|noembed|noframes|noscript|object|"
    "script|select|style|svg|template|textarea|title|video"
).fullmatch
# What has lines of its own. A tag that neither pattern names is part of a line.
has_own_line = re.compile(
    "address|article|aside|blockquote|center|dd|details|dir|div|dl|dt|fieldset|figcaption|"
    "figure|footer|h[1-6]|header|hgroup|hr|legend|li|main|nav|ol|p|pre|section|summary|"
    "table|td|th|tr|ul"
).fullmatch


class HtmlError(ValueError):
    """The HTML can't be read; the message says what to mend."""


class Tree(html5lib.getTreeBuilder("etree")):
    """Refuses what takes a parser ages and what Python could not walk through."""

    def insertElementNormal(self, token):  # noqa: N802 - html5lib's name
        if len(self.openElements) > DEEPEST:
            raise HtmlError(
                f"has tags within tags, more than {DEEPEST} deep (close or remove some)"
            )
        return super().insertElementNormal(token)

    def insertComment(self, token, parent=None):  # noqa: N802
        """Leave comments out."""


def parse(html):
    """The <body> that a browser would make of ``html``. Raises HtmlError."""
    parser = html5lib.HTMLParser(tree=Tree, namespaceHTMLElements=False)
    document = parser.parse(f"<!doctype html><body>{html}", scripting=True)
    return document.find("body")


def tag(element):
    return element.tag.rpartition("}")[2]  # svg and math bring a namespace


def plain(element):
    """The words of an element, on one line."""
    return one_line("".join(strings(element)))


def strings(element):
    yield element.text or ""
    for child in element:
        name = tag(child)
        apart = " " if name == "br" or has_own_line(name) else ""
        yield apart
        if name != "iframe" and not is_dropped(name):
            yield from strings(child)
        yield apart
        yield child.tail or ""


def take(element):
    """Take the words out of an element, leave its pictures, and return the words."""
    words = plain(element)
    for each in element.iter():
        each.text = None
        if each is not element:
            each.tail = None
    return words


def take_credit(quotation):
    """Take the words of the <cite> or <footer> that ends a quotation; "" without one."""
    last = quotation[-1] if len(quotation) else None
    if last is None or (last.tail or "").strip():
        return ""
    if tag(last) in {"cite", "footer"}:
        return take(last).lstrip("—–―- ")
    return take_credit(last) if tag(last) in {"p", "div"} else ""
