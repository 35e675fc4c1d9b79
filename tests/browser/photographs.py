"""Keeps what a browser shows, at the size in which the handbook has it."""

from io import BytesIO

from PIL import Image

WIDTH = 960
STRAIGHTEN = """
for (const part of document.querySelectorAll("html, body, body *")) part.scrollLeft = 0
"""


class Camera:
    def __init__(self, folder):
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def take(self, page, name, top=0, bottom=800, centre=None):
        """Keep a strip of what a page of 1280 by 800 shows, with one part in the centre."""
        if centre:
            centre.evaluate("part => part.scrollIntoView({ block: 'center' })")
        # What is clicked is scrolled to sideways as well, which nobody would do.
        page.evaluate(STRAIGHTEN)
        seen = Image.open(BytesIO(page.screenshot(animations="disabled")))
        strip = seen.convert("RGB").crop((0, top, seen.width, bottom))
        height = round(strip.height * WIDTH / strip.width)
        smaller = strip.resize((WIDTH, height), Image.Resampling.LANCZOS)
        smaller.save(self.folder / f"{name}.webp", quality=70, method=6)
