"""Photographs every kind of page, on a phone, a tablet and a desk, by day and by night.

``make screenshots`` keeps them in docs/screenshots; a test run throws them away.
"""

import os
import time
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tests.browser.barriers import barriers
from tests.browser.showcase import WITHDRAWN

pytestmark = [
    pytest.mark.any_database,
    pytest.mark.slow,
]

PAGES = {
    "home": ("/", 200),
    "news": ("/news/", 200),
    "news-filtered": ("/news/regions/puno/", 200),
    "article": ("/news/amnesty-survey-on-torture/", 200),
    "article-plain": ("/news/regional-elections-in-puno/", 200),
    "article-withdrawn": (f"/news/{WITHDRAWN}/", 410),
    "corrections": ("/corrections/", 200),
    "about": ("/about/", 200),
    "aims": ("/aims/", 200),
    "history": ("/historical-overview/", 200),
    "human-rights": ("/human-rights/", 200),
    "join": ("/join/", 200),
    "search": ("/search/?query=elections", 200),
    "search-nothing": ("/search/?query=xylophone", 200),
    "not-found": ("/nothing-here/", 404),
    "offline": ("/offline/", 200),
    "be-right-back": ("/static/psgsite/503.html", 200),
}
FOLDER = os.environ.get("PHOTOGRAPHS")
# Those that are kept show every page and width; a test run has less time.
WIDTHS = [360, 768, 1280] if FOLDER else [768]
SCHEMES = ["light", "dark"]
PHOTOGRAPHED = PAGES if FOLDER else ["home", "article", "search", "be-right-back"]

# A page's foot says little new.
TALLEST = 1300


@pytest.mark.parametrize("name", PHOTOGRAPHED)
def test_a_page_looks_as_it_should(showcase, browser, tmp_path, name):
    address, status = PAGES[name]
    rows = [
        [
            photograph(browser, showcase + address, status, width, scheme)
            for width in WIDTHS
        ]
        for scheme in SCHEMES
    ]

    keep(rows, Path(FOLDER or tmp_path) / f"{name}.webp")

    light, dark = (row[-1].getpixel((5, 30)) for row in rows)
    assert light == (251, 248, 243)
    assert dark == (23, 20, 18)


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_no_barrier(showcase, browser, name, width, scheme):
    viewport = {"width": width, "height": 800}
    reader = browser.new_page(viewport=viewport, color_scheme=scheme)
    reader.goto(showcase + PAGES[name][0])

    needed = reader.evaluate("document.documentElement.scrollWidth")
    found = barriers(reader)
    reader.close()

    assert needed <= width
    assert found == ""


def test_nothing_jumps_as_a_picture_arrives(showcase, browser):
    reader = browser.new_page(viewport={"width": 1280, "height": 900})
    reader.route("**/media/**", lambda route: (time.sleep(0.7), route.continue_()))
    reader.add_init_script(
        "window.shift = 0; new PerformanceObserver(list => list.getEntries()"
        ".forEach(entry => { window.shift += entry.value }))"
        ".observe({ type: 'layout-shift', buffered: true })"
    )

    for name in ("home", "article"):
        reader.goto(showcase + PAGES[name][0], wait_until="load")
        picture = reader.locator("picture img").first
        reader.wait_for_function("i => i.complete", arg=picture.element_handle())
        assert picture.evaluate("i => i.naturalWidth") > 0
        assert reader.evaluate("window.shift") < 0.02
    reader.close()


def test_a_picture_is_as_wide_as_the_text(showcase, browser):
    reader = browser.new_page(viewport={"width": 1280, "height": 900})
    reader.goto(showcase + PAGES["article"][0])

    picture = reader.locator("figure.picture img").bounding_box()
    text = reader.locator(".prose > p").first.bounding_box()

    assert picture["width"] == pytest.approx(text["width"], abs=1)
    reader.close()


def photograph(browser, url, status, width, scheme):
    reader = browser.new_page(
        viewport={"width": width, "height": 800}, color_scheme=scheme
    )
    assert reader.goto(url, wait_until="networkidle").status == status
    # So that pictures below the fold are there too.
    reader.evaluate(
        "document.querySelectorAll('img').forEach(i => { i.loading = 'eager' })"
    )
    picture = Image.open(BytesIO(reader.screenshot(full_page=True)))
    reader.close()
    return picture.convert("RGB").crop((0, 0, width, min(picture.height, TALLEST)))


def keep(rows, file):
    """Put the pictures of one page side by side, at less than half their size."""
    gap = 24
    height = max(picture.height for row in rows for picture in row)
    sheet = Image.new(
        "RGB", (sum(WIDTHS) + gap * 4, len(rows) * (height + gap) + gap), "#8a8a8a"
    )
    for number, row in enumerate(rows):
        left = gap
        for picture in row:
            sheet.paste(picture, (left, gap + number * (height + gap)))
            left += picture.width + gap
    smaller = sheet.reduce(2).resize((1024, 1024 * sheet.height // sheet.width))
    smaller.save(file, quality=50, method=6)
