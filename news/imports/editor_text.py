"""Rich text as the page editor holds it and as Wagtail stores it, written bit by bit."""

import json
import re
from functools import cache
from urllib.parse import urlsplit

from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.admin.rich_text.converters.contentstate_models import (
    Block,
    ContentState,
    Entity,
    EntityRange,
    InlineStyleRange,
)

SPACES = re.compile(r"[ \t\n\r\f]+")
CONTROLS = re.compile(r"[\x00-\x1f\x7f]")
DEEPEST_LIST = 4  # what the editor offers


def one_line(text):
    return CONTROLS.sub("", SPACES.sub(" ", text)).strip()


@cache
def converter(features):
    return ContentstateConverter(features)


def safe_address(href):
    """The address that a link may lead to, or None if it may not be followed."""
    # Browsers pass over control characters, so "java&Tab;script:" is a script to them.
    address = CONTROLS.sub("", href).strip().replace(" ", "%20")
    if address.startswith("//"):
        address = f"https:{address}"
    if re.match(r"(mailto:|tel:|#).|/(?![/\\])", address, re.IGNORECASE):
        return address
    try:
        is_web = urlsplit(address).scheme in {"http", "https"}
        return address if is_web and urlsplit(address).hostname else None
    except ValueError:
        return None


class EditorText:
    """Lines (paragraphs and items of lists) with ranges of bold, italic and links."""

    def __init__(self):
        self.state = ContentState()
        self.line = None
        self.links = {}  # their keys by address

    @property
    def lines(self):
        return [line.text for line in self.state.blocks]

    @property
    def plain(self):
        return one_line(" ".join(self.lines))

    @property
    def has_links(self):
        return any(line.entity_ranges for line in self.state.blocks)

    def begin(self, kind="unstyled", depth=0):
        """Begin a line; an item of a list is at most one step deeper than the one before."""
        self.end_line()
        before = self.state.blocks[-1:]
        deepest = before[0].depth + 1 if before and before[0].type != "unstyled" else 0
        self.line = Block(kind, min(depth, deepest, DEEPEST_LIST))
        return self.line

    def write(self, text, styles=(), address=None):
        """Add to the line; what has an ``address`` is a link."""
        line = self.line or self.begin()
        text = CONTROLS.sub("", SPACES.sub(" ", text))
        if not line.text:
            text = text.lstrip()
        elif line.text[-1] in " \n":
            text = text.lstrip(" ")
        line.text += text
        for style in styles:
            mark(line, line.inline_style_ranges, InlineStyleRange(style), text)
        if address:
            mark(line, line.entity_ranges, EntityRange(self.link_key(address)), text)

    def link_key(self, address):
        if address not in self.links:
            link = Entity("LINK", "MUTABLE", {"url": address})
            self.links[address] = self.state.add_entity(link)
        return self.links[address]

    @property
    def after_break(self):
        return self.line is None or self.line.text[-1:] in {"", "\n"}

    def break_line(self):
        if self.line and not self.after_break:
            self.line.text = self.line.text.rstrip() + "\n"

    def end_line(self):
        line, self.line = self.line, None
        if line is None or not line.text.strip():
            return
        line.text = line.text.rstrip()
        for ranges in (line.inline_style_ranges, line.entity_ranges):
            for each in ranges:
                covered = line.text[each.offset : each.offset + each.length]
                each.offset += len(covered) - len(covered.lstrip(" \n"))
                each.length = len(covered.strip(" \n"))
            ranges[:] = [each for each in ranges if each.length]
        self.state.blocks.append(line)

    def html(self, features):
        """What Wagtail stores when this text is saved in an editor with ``features``."""
        lines = self.state.as_dict()
        lines["blocks"] = lines["blocks"] or [Block("unstyled").as_dict()]
        return converter(tuple(features)).to_database_format(json.dumps(lines))


def mark(line, ranges, new, text):
    """Stretch the range like ``new`` over ``text``, which ends the line, or add ``new``."""
    end = len(line.text)
    for old in ranges:
        if vars(old) == vars(new) | {"offset": old.offset, "length": old.length}:
            between = line.text[old.offset + old.length : end - len(text)]
            if not between.strip(" \n"):
                old.length = end - old.offset
                return
    new.offset, new.length = end - len(text), len(text)
    ranges.append(new)
