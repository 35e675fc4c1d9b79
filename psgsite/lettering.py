"""Setting a headline in the site's own type, for pictures."""

import unicodedata
from functools import cache
from pathlib import Path

from anyascii import anyascii
from PIL import ImageFont

FONT = Path(__file__).parent / "static/psgsite/font/psg-serif.woff2"
REGULAR, BOLD = 400, 650


@cache
def font(size, weight):
    face = ImageFont.truetype(FONT, size)
    face.set_variation_by_axes([weight])
    return face


def fit(title, *, sizes, width, height, leading):
    """The first of ``sizes`` in which a bold title has room, and its lines.

    What has no room even in the last is cut off, with dots in its place.
    """
    for size in sizes:
        room = int(height / (size * leading))
        lines = wrap(title, size, width)
        longest = max(title.split(), key=len, default="")
        if len(lines) <= room and measure(longest, size) <= width:
            return size, balance(title, size, width, lines)
    return size, [*lines[: room - 1], lines[room - 1] + "…"] if lines[room:] else lines


def measure(text, size):
    return font(size, BOLD).getlength(text)


def wrap(title, size, width):
    """Fill one line after the other; a word longer than a line is broken."""
    lines = [""]
    for word in title.split():
        line = f"{lines[-1]} {word}".strip()
        if measure(line, size) <= width:
            lines[-1] = line
        else:
            lines += break_up(word, size, width)
    return [line for line in lines if line]


def break_up(word, size, width):
    parts = [""]
    for letter in word:
        if measure(parts[-1] + letter, size) > width:
            parts.append("")
        parts[-1] += letter
    return parts


def balance(title, size, width, lines):
    """The same number of lines, as even as they can be."""
    for narrower in range(width, 0, -20):
        narrow = wrap(title, size, narrower)
        if len(narrow) > len(lines):
            return lines
        lines = narrow
    return lines


def drawable(text):
    """``text`` in letters that the typeface has; pictures, which have no letters, go."""
    # Pillow fails at a line break, which a summary may have.
    composed = unicodedata.normalize("NFC", " ".join(text.split()))
    plain = [each if is_cut(each) else plain_letters(each) for each in composed]
    return " ".join("".join(plain).split())


def plain_letters(letter):
    return anyascii(letter) if letter.isalpha() else " "


@cache
def is_cut(letter):
    """Whether the typeface has a letter. Pillow doesn't say: it draws the same for all others."""
    face = font(40, REGULAR)
    missing = face.getmask("\uffff")
    shape = face.getmask(letter)
    return letter == " " or (shape.size, bytes(shape)) != (missing.size, bytes(missing))
