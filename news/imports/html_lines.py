"""Writes the words of HTML as text blocks, whose lines hold styles, links and lists."""

from collections import Counter
from contextlib import contextmanager
from uuid import uuid4

from news.imports.editor_text import EditorText, safe_address
from psgsite.languages import STYLES
from psgsite.rich_text import TEXT_FEATURES


def block(kind, value):
    return {"type": kind, "value": value, "id": str(uuid4())}


def language_of(styles):
    """The field of a quotation that says its language; nothing if it is in English."""
    found = [code for code, style in STYLES.items() if style in styles]
    return {"language": found[0]} if found else {}


class LineWriter:
    """Collects blocks. ``element()``, of a subclass, says what each element becomes."""

    def __init__(self):
        self.blocks = []
        self.left_out = Counter()
        self.text = EditorText()
        self.waiting = []  # pictures and videos whose place is after the text
        self.styles, self.address = (), None
        self.lists = []  # the tags of the lists we are in
        self.quoting = self.in_cell = False

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

    def element(self, element):
        raise NotImplementedError

    def words(self, text):
        if text and self.text.line is None and not text.isspace():
            self.begin()
        if text and self.text.line is not None:
            self.text.write(text, self.styles, self.address)

    def begin(self):
        kinds = {"ol": "ordered-list-item", "ul": "unordered-list-item"}
        kind = kinds[self.lists[-1]] if self.lists else "unstyled"
        self.text.begin(kind, max(len(self.lists) - 1, 0))

    def own_line(self, element):
        self.end_line()
        self.contents(element)
        self.end_line()

    def end_line(self):
        if self.lists:
            self.break_within()  # an item is one line to the editor
        else:
            self.text.end_line()
            if self.waiting and not (self.quoting or self.in_cell):
                self.flush()

    def line_break(self, element):
        if self.text.after_break and not self.address:
            self.end_line()  # two begin a new paragraph
        else:
            self.break_within()

    def break_within(self):
        if self.address:
            self.words(" ")  # the editor stores no line breaks within links
        else:
            self.text.break_line()

    def linked(self, element):
        address = safe_address(element.get("href", ""))
        if "href" in element.attrib and not address:
            self.left_out["addresses that a link may not have"] += 1
        with self.within(address=address):
            self.contents(element)

    def place(self, *blocks):
        """Put pictures or a video here, or after the text that has begun."""
        self.waiting += blocks
        if self.text.line is None and not (self.lists or self.quoting or self.in_cell):
            self.flush()

    def flush(self):
        """End the block of text, and put after it the pictures found within."""
        self.text.end_line()
        if self.text.lines and self.quoting:
            quote = {"text": "\n\n".join(self.text.lines), "attribution": ""}
            self.blocks.append(block("quote", quote | language_of(self.styles)))
        elif self.text.lines:
            self.blocks.append(block("paragraph", self.text.html(TEXT_FEATURES)))
        self.text = EditorText()
        self.blocks += self.waiting
        self.waiting = []
