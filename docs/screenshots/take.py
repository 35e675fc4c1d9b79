"""Takes the pictures of this folder anew: make screenshots."""

import io
import shutil
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

FOLDER = Path(__file__).parent
PAGES = {
    "home": "/",
    "news": "/news/",
    "article": "/news/regional-elections-in-puno/",
    "about": "/about/",
    "aims": "/aims/",
    "history": "/historical-overview/",
    "human-rights": "/human-rights/",
    "join": "/join/",
    "search": "/search/?query=elections",
}
# Name, width, colour scheme, and which pages.
SHOTS = [
    ("", 1120, "light", PAGES),
    ("-dark", 1120, "dark", ["home", "article"]),
    ("-phone", 360, "light", ["home", "article"]),
]


def main(site):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        for suffix, width, scheme, names in SHOTS:
            context = browser.new_context(
                viewport={"width": width, "height": 800}, color_scheme=scheme
            )
            for name in names:
                page = context.new_page()
                page.goto(site + PAGES[name])
                save(page.screenshot(full_page=True), FOLDER / f"{name}{suffix}.png")


def save(png, file):
    """Keep a picture small: a page has few colours, and its foot says little new."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    picture = picture.crop((0, 0, picture.width, min(picture.height, 1600)))
    picture.quantize(48, dither=Image.Dither.NONE).save(file, optimize=True)


if __name__ == "__main__":
    main(sys.argv[1])
