"""Reads HTML of any quality into a tree, and words out of the tree."""

import html5lib

from news.editor_text import one_line

DEEPEST = 200
# What goes, with all that is in it.
DROPPED = set(
    "applet audio button canvas embed form input math noembed noframes noscript object "
    "script select style svg template textarea title video".split()
)
# What has lines of its own. A tag that is in neither set is part of a line.
OWN_LINE = set(
    "address article aside blockquote center dd details dir div dl dt fieldset "
    "figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr legend li main nav ol p "
    "pre section summary table td th tr ul".split()
)


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
    return parser.parse(f"<!doctype html><body>{html}").find("body")


def tag(element):
    return element.tag.rpartition("}")[2]  # svg and math bring a namespace


def plain(element):
    """The words of an element, on one line."""
    return one_line("".join(strings(element)))


def strings(element):
    yield element.text or ""
    for child in element:
        if tag(child) not in DROPPED | {"iframe"}:
            yield " " if tag(child) in OWN_LINE | {"br"} else ""
            yield from strings(child)
        yield child.tail or ""


def take(element, name):
    """Take the first ``name`` out of an element and return its words."""
    for parent in element.iter():
        child = parent.find(name)
        if child is not None:
            words = plain(child)
            remove(parent, child)
            return words
    return ""


def take_credit(quotation):
    """Take out the <cite> or <footer> that ends a quotation and return its words."""
    last = quotation[-1] if len(quotation) else None
    if last is None or (last.tail or "").strip():
        return ""
    if tag(last) in {"cite", "footer"}:
        quotation.remove(last)
        return plain(last).lstrip("—–―- ")
    return take_credit(last) if tag(last) in {"p", "div"} else ""
