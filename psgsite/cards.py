"""The picture that a link to a page shows where it is shared: a small front page."""

import re
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw

from psgsite.lettering import BOLD, REGULAR, drawable, fit, font

# What sites that show links ask for.
WIDTH, HEIGHT = 1200, 630
MARGIN = 80
MEASURE = WIDTH - 2 * MARGIN
PAPER, INK, MUTED = "#fbf8f3", "#1e1a17", "#5c534b"

# Pixels to each thread of the band.
THREAD = 8
TITLE_TOP, TITLE_HEIGHT, LEADING = 186, 316, 1.13
TITLE_SIZES = (108, 96, 84, 74, 66, 58, 52, 46, 40)

# To be raised when the drawing changes, so that no old picture is kept.
DESIGN = 1

BAND = Path(__file__).parent / "static/psgsite/band.svg"


@dataclass(frozen=True)
class Card:
    organisation: str
    title: str
    label: str = ""

    @property
    def version(self):
        """A name for what is drawn, which changes with it."""
        drawn = repr((DESIGN, self.organisation, self.title, self.label))
        return sha256((drawn + band()).encode()).hexdigest()[:12]

    def png(self):
        image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
        draw = ImageDraw.Draw(image)
        weave(draw)
        write(draw, drawable(self.organisation), 84, size=38, weight=BOLD)
        draw.rectangle((MARGIN, 146, WIDTH - MARGIN - 1, 147), fill=INK)
        write_title(draw, drawable(self.title))
        write(draw, drawable(self.label), 540, size=32, weight=REGULAR, fill=MUTED)
        file = BytesIO()
        # A picture of few colours takes a third of the room with a palette.
        image.quantize(64, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
        return file.getvalue()


@cache
def band():
    return BAND.read_text()


def write_title(draw, title):
    size, lines = fit(
        title, sizes=TITLE_SIZES, width=MEASURE, height=TITLE_HEIGHT, leading=LEADING
    )
    for number, line in enumerate(lines):
        top = TITLE_TOP + round(number * size * LEADING)
        write(draw, line, top, size=size, weight=BOLD)


def write(draw, text, top, *, size, weight, fill=INK):
    draw.text((MARGIN, top), text, fill, font(size, weight))


def weave(draw):
    """Draw the site's band along the top, thread for thread."""
    width, threads = read_band(band())
    for start in range(0, WIDTH, width * THREAD):
        for colour, x, y, length in threads:
            left, top = start + x * THREAD, y * THREAD
            right, bottom = left + length * THREAD - 1, top + THREAD - 1
            draw.rectangle((left, top, right, bottom), fill=colour)


def read_band(svg):
    """The width of a band's pattern, and its threads: (colour, x, y, length) each.

    A thread is a part of the path of its colour: ``M4 0h2v1h-2z``.
    """
    [width] = re.findall(r'viewBox="0 0 (\d+) ', svg)
    light, _, _ = svg.partition("@media")
    colours = dict(re.findall(r"\.(\w)\{fill:(#\w+)\}", light))
    threads = [
        (colours[name], *map(int, thread))
        for name, path in re.findall(r'<path class="(\w)" d="([^"]+)"', svg)
        for thread in re.findall(r"M(\d+) (\d+)h(\d+)v1", path)
    ]
    return int(width), threads
