"""Draws the site's icons from icon.svg, which is the one to change:

    .venv/bin/python docs/developers/make_icons.py

The motif is eight threads wide and is drawn at a multiple of eight, amid even margins, so
that no thread is blurred.
"""

import io
import shutil
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

FOLDER = Path("psgsite/static/psgsite")
# As the cloth of icon.svg.
RED = "#9b1b1e"
# Name, size in pixels, and what of it the motif takes. Phones cut off an Apple icon's
# corners, and of a maskable one all but a circle of four fifths.
ICONS = [
    ("favicon.ico", 32, 32),
    ("apple-touch-icon.png", 180, 144),
    ("icon-192.png", 192, 192),
    ("icon-512.png", 512, 512),
    ("icon-maskable-512.png", 512, 320),
]


def main():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        page = browser.new_page()
        for name, size, motif in ICONS:
            page.set_viewport_size({"width": size, "height": size})
            page.set_content(drawing(motif))
            save(page.screenshot(), FOLDER / name)


def drawing(motif):
    svg = (FOLDER / "icon.svg").read_text()
    style = f"body{{margin:0;height:100vh;display:grid;place-content:center;background:{RED}}}"
    return f"<style>{style} svg{{width:{motif}px;display:block}}</style>{svg}"


def save(png, file):
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    if file.suffix == ".ico":
        picture.save(file, sizes=[picture.size])
    else:
        picture.quantize(8, dither=Image.Dither.NONE).save(file, optimize=True)


if __name__ == "__main__":
    main()
