"""HTML from elsewhere as the blocks of a body. Rules: docs/operators/import-articles.md."""

from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from uuid import uuid4

import html5lib
from django.core.exceptions import ValidationError
from django.utils.text import Truncator

from news.editor_text import EditorText, one_line, safe_address
from news.html_tables import grid, is_layout, table_value
from psgsite.blocks import BodyBlock, fill_anchors
from psgsite.rich_text import TEXT_FEATURES

DEEPEST = 200
# What goes, with all that is in it.
DROPPED = set(
    "applet audio button canvas embed form input math noembed noframes noscript object "
    "script select style svg template textarea title video".split()
)
# What has lines of its own. A tag that isn't named anywhere here is part of a line.
OWN_LINE = set(
    "address article aside blockquote center dd details dir div dl dt fieldset "
    "figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr legend li main nav ol p "
    "pre section summary table td th tr ul".split()
)
STYLES = {"b": "BOLD", "strong": "BOLD", "i": "ITALIC", "em": "ITALIC", "cite": "ITALIC"}
BLOCKS = BodyBlock().child_blocks


class HtmlError(ValueError):
    """The HTML can't be read; the message says what to mend."""


class Tree(html5lib.getTreeBuilder("etree")):
    """Refuses what takes a parser ages and what Python could not walk through."""

    def insertElementNormal(self, token):  # noqa: N802 - html5lib's name
        if len(self.openElements) > DEEPEST:
            raise HtmlError(
                f"has tags within tags, {DEEPEST} deep (close them, or take some out)"
            )
        return super().insertElementNormal(token)

    def insertComment(self, token, parent=None):  # noqa: N802
        """Leave comments out."""


@dataclass
class Converted:
    """The data of a StreamField, and how often what was left out of it."""

    blocks: list = field(default_factory=list)
    left_out: Counter = field(default_factory=Counter)


def blocks_from_html(html: str) -> Converted:
    """Return ``html`` as blocks that an editor could have written.

    Of a picture the alternative text stays, as the caption of an image block that has no
    image yet. Raises HtmlError.
    """
    parser = html5lib.HTMLParser(tree=Tree, namespaceHTMLElements=False)
    document = parser.parse(f"<!doctype html><body>{html}")
    writer = BodyWriter()
    writer.contents(document.find("body"))
    writer.flush()
    fill_anchors([made["value"] for made in writer.blocks if made["type"] == "heading"])
    return Converted(writer.blocks, writer.left_out)


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


def take_credit(quote):
    """Take the <cite> or <footer> that ends a quotation out of it; return its words."""
    last = quote[-1] if len(quote) else None
    if last is None or (last.tail or "").strip():
        return ""
    if tag(last) in {"cite", "footer"}:
        quote.remove(last)
        return plain(last).lstrip("—–―- ")
    return take_credit(last) if tag(last) in {"p", "div"} else ""


def longest(kind, name):
    return BLOCKS[kind].child_blocks[name].field.max_length


class BodyWriter:
    """Walks through a tree of HTML and writes blocks."""

    def __init__(self):
        self.blocks = []
        self.left_out = Counter()
        self.text = EditorText()
        self.waiting = []  # pictures and videos whose place is after the text
        self.styles = ()
        self.link = None
        self.lists = []
        self.main_rank = None
        self.quoting = self.in_cell = False
        self.figcaption = ""

    @contextmanager
    def within(self, **state):
        before = {name: getattr(self, name) for name in state}
        vars(self).update(state)
        yield
        vars(self).update(before)

    def contents(self, element):
        self.words(element.text)
        for child in element:
            self.element(child)
            self.words(child.tail)

    def words(self, text):
        if text and self.text.line is None and not text.isspace():
            self.begin()
        if text and self.text.line is not None:
            self.text.write(text, self.styles, self.link)

    def begin(self):
        kind = {"ol": "ordered-list-item", "ul": "unordered-list-item"}
        kind = kind[self.lists[-1]] if self.lists else "unstyled"
        self.text.begin(kind, max(len(self.lists) - 1, 0))

    def element(self, element):
        name = tag(element)
        match name:
            case _ if name in DROPPED:
                self.left_out[f"<{name}>"] += 1
            case "a":
                self.linked(element)
            case _ if name in STYLES:
                with self.within(styles=(*self.styles, STYLES[name])):
                    self.contents(element)
            case "br":
                self.line_break()
            case "img":
                self.picture(element)
            case "iframe":
                self.frame(element)
            case _ if name not in OWN_LINE:
                self.contents(element)
            case _ if self.in_cell:
                self.own_line(element)
            case "blockquote":
                self.quotation(element)
            case "figure":
                self.figure(element)
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                self.heading(element, int(name[1]))
            case "ul" | "ol" | "dir":
                self.listing(element)
            case "li":
                self.item(element)
            case "table":
                self.table(element)
            case _:
                self.own_line(element)
