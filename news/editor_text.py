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

    @property
    def lines(self):
        return [line.text for line in self.state.blocks]

    @property
    def plain(self):
        return SPACES.sub(" ", " ".join(self.lines))

    @property
    def has_links(self):
        return any(line.entity_ranges for line in self.state.blocks)

    def begin(self, kind="unstyled", depth=0):
        self.end_line()
        self.line = Block(kind, min(depth, DEEPEST_LIST))

    def link(self, address):
        return self.state.add_entity(Entity("LINK", "MUTABLE", {"url": address}))

    def write(self, text, styles=(), link=None):
        """Add to the line; ``link`` is what ``link()`` gave."""
        text = CONTROLS.sub("", SPACES.sub(" ", text))
        if not self.line.text:
            text = text.lstrip()
        elif self.line.text[-1] in " \n":
            text = text.lstrip(" ")
        if text:
            self.line.text += text
            for style in styles:
                self.mark(self.line.inline_style_ranges, InlineStyleRange(style), text)
            if link is not None:
                self.mark(self.line.entity_ranges, EntityRange(link), text)

    def mark(self, ranges, new, text):
        """Stretch the range like ``new`` over ``text``, just written, or begin one."""
        end = len(self.line.text)
        for old in ranges:
            if vars(old) == vars(new) | {"offset": old.offset, "length": old.length}:
                between = self.line.text[old.offset + old.length : end - len(text)]
                if not between.strip(" \n"):
                    old.length = end - old.offset
                    return
        new.offset, new.length = end - len(text), len(text)
        ranges.append(new)

    @property
    def after_break(self):
        return self.line is None or not self.line.text or self.line.text[-1] == "\n"

    def break_line(self):
        if not self.after_break:
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
