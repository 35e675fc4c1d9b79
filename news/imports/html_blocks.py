"""HTML from elsewhere as the blocks of a body. Rules: docs/operators/import-articles.md."""

from collections import Counter
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.text import Truncator

from news.imports.editor_text import EditorText, one_line, safe_address
from news.imports.html_lines import LineWriter, block
from news.imports.html_tables import grid, is_layout, table_value
from news.imports.html_tree import (
    has_own_line,
    is_dropped,
    parse,
    plain,
    tag,
    take,
    take_credit,
)
from psgsite import languages
from psgsite.anchors import fill_anchors
from psgsite.body import BodyBlock
from psgsite.rich_text import TEXT_FEATURES

BLOCKS = BodyBlock().child_blocks
NO_IMAGE = {"image": None, "alt_text": None, "decorative": None}
STYLES = {
    "b": "BOLD",
    "strong": "BOLD",
    "i": "ITALIC",
    "em": "ITALIC",
    "cite": "ITALIC",
}


@dataclass
class Converted:
    """The data of a StreamField, and how often what was left out of it."""

    blocks: list[dict]
    left_out: Counter


def blocks_from_html(html: str) -> Converted:
    """Return ``html`` as blocks that an editor could have written.

    Of a picture the alternative text stays, as the caption of an image block that has no
    image yet. Raises HtmlError.
    """
    writer = BodyWriter()
    writer.contents(parse(html))
    writer.flush()
    fill_anchors([made["value"] for made in writer.blocks if made["type"] == "heading"])
    return Converted(writer.blocks, writer.left_out)


def longest(kind, name):
    return BLOCKS[kind].child_blocks[name].field.max_length


def picture_blocks(words):
    """A picture that has only ``words`` yet; if they are too long, a paragraph of them."""
    short = Truncator(words).chars(longest("image", "caption"))
    yield block("image", {"image": NO_IMAGE, "caption": short, "credit": ""})
    if short != words:
        text = EditorText()
        text.write(words)
        text.end_line()
        yield block("paragraph", text.html(TEXT_FEATURES))


def video_block(address, title):
    """A video's block. Raises ValidationError if there is no player for the address."""
    title = Truncator(title or "Video").chars(longest("video", "title"))
    video = {"url": address, "title": title, "image": None}
    BLOCKS["video"].clean(BLOCKS["video"].to_python(video))
    return block("video", video)


def styles_within(element, styles):
    """The styles of what is in an element; ``styles`` are those around it.

    Another language ends the one around it, whether or not it can be marked itself.
    """
    found = STYLES.get(tag(element))
    styles = (*styles, found) if found else styles
    if "lang" not in element.attrib:
        return styles
    language, _, _country = element.get("lang").lower().partition("-")
    styles = [style for style in styles if style not in languages.STYLES.values()]
    found = languages.STYLES.get(language)
    return (*styles, found) if found else tuple(styles)


class BodyWriter(LineWriter):
    """Walks through a tree of HTML and writes blocks."""

    def __init__(self):
        super().__init__()
        self.main_rank = None
        self.figcaption = ""

    def element(self, element):
        name, outside = tag(element), self.styles
        self.styles = styles_within(element, outside)
        if is_dropped(name):
            self.left_out[f"<{name}>"] += 1
        elif name in PARTS_OF_LINES:
            PARTS_OF_LINES[name](self, element)
        elif not has_own_line(name):
            self.contents(element)
        elif self.in_cell:
            self.own_line(element)
        else:
            STRUCTURES.get(name, BodyWriter.own_line)(self, element)
        self.styles = outside

    def quoted(self, element):
        self.words("“")
        self.contents(element)
        self.words("”")

    def heading(self, element):
        self.flush()
        text = plain(element)
        if len(text) > longest("heading", "text"):
            self.own_line(element)
            return
        if text:
            rank = int(tag(element)[1])
            heading = {"text": text, "level": self.level(rank), "anchor": ""}
            self.blocks.append(block("heading", heading))
        for picture in element.iter("img"):
            self.picture(picture)

    def level(self, rank):
        """A heading is a sub-heading if a higher one came before it."""
        if self.main_rank is None or rank < self.main_rank:
            self.main_rank = max(rank, 2)
        return "2" if rank <= self.main_rank else "3"

    def listing(self, element):
        self.text.end_line()
        with self.within(lists=[*self.lists, tag(element)]):
            self.contents(element)
            self.text.end_line()
        self.end_line()

    def item(self, element):
        self.text.end_line()
        with self.within(lists=self.lists or ["ul"]):
            self.begin()
            self.contents(element)
            self.text.end_line()

    def quotation(self, element):
        self.flush()
        start, credit = len(self.blocks), take_credit(element)
        with self.within(quoting=True, lists=[]):
            self.contents(element)
            self.flush()
        self.label(start, credit, quote="attribution")

    def figure(self, element):
        self.flush()
        start, figcaption = len(self.blocks), element.find("figcaption")
        words = "" if figcaption is None else take(figcaption)
        with self.within(figcaption=words, lists=[]):
            self.contents(element)
            self.flush()
            words = self.figcaption
        self.label(start, words, quote="attribution", table="caption")

    def label(self, start, words, **fields):
        """Give ``words`` to what was written since ``start`` and has such a field free."""
        if len(words) <= longest("quote", "attribution"):
            for made in reversed(self.blocks[start:]):
                name = fields.get(made["type"])
                if name and not made["value"][name]:
                    made["value"][name] = words
                    return
        self.words(words)
        self.end_line()

    def table(self, element):
        self.flush()
        rows = grid(element)
        if is_layout(rows):
            self.contents(element)
            return
        caption = element.find("caption")
        caption = "" if caption is None else plain(caption)
        rows = [[cell is not None and self.cell(cell) for cell in row] for row in rows]
        self.blocks.append(block("table", table_value(rows, caption)))
        self.flush()

    def cell(self, element):
        with self.within(text=EditorText(), in_cell=True, lists=[]):
            self.contents(element)
            self.text.end_line()
            return self.text

    def picture(self, element):
        words = one_line(element.get("alt", "")) or self.take_figcaption()
        if words:
            self.place(*picture_blocks(words))
        else:
            self.left_out["pictures without alternative text"] += 1

    def frame(self, element):
        words = one_line(element.get("title", "")) or self.take_figcaption()
        try:
            self.place(video_block(safe_address(element.get("src", "")), words))
        except ValidationError:
            self.left_out["<iframe>"] += 1

    def take_figcaption(self):
        words, self.figcaption = self.figcaption, ""
        return words


PARTS_OF_LINES = {
    "a": BodyWriter.linked,
    "br": BodyWriter.line_break,
    "img": BodyWriter.picture,
    "iframe": BodyWriter.frame,
    "q": BodyWriter.quoted,
}
STRUCTURES = {
    "blockquote": BodyWriter.quotation,
    "figure": BodyWriter.figure,
    **dict.fromkeys(["h1", "h2", "h3", "h4", "h5", "h6"], BodyWriter.heading),
    "li": BodyWriter.item,
    "ol": BodyWriter.listing,
    "table": BodyWriter.table,
    "ul": BodyWriter.listing,
}
