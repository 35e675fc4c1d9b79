"""An article on paper is a clipping."""

import re
import zlib

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.any_database

ARTICLE = "/news/amnesty-survey-on-torture/"


@pytest.fixture
def printed(site, browser):
    reader = browser.new_context(viewport={"width": 794, "height": 1123}).new_page()
    reader.goto(site.url + ARTICLE)
    reader.emulate_media(media="print")
    return reader


def test_only_the_text_is_printed(printed):
    for name in ("Main", "Breadcrumbs", "More news"):
        expect(printed.locator(f"nav[aria-label='{name}']")).to_be_hidden()
    expect(printed.get_by_role("contentinfo")).to_be_hidden()
    expect(printed.get_by_role("heading", level=1)).to_be_visible()
    expect(printed.locator("time").first).to_be_visible()


def test_the_address_is_printed(site, printed):
    expect(printed.get_by_text(site.url + ARTICLE, exact=True)).to_be_visible()


def test_a_link_is_followed_by_its_address(printed):
    link = printed.locator("a[href='https://www.amnesty.org/']").first

    after = link.evaluate("a => getComputedStyle(a, '::after').content")

    assert "https://www.amnesty.org/" in after


def test_a_link_to_this_site_is_followed_by_its_whole_address(archive, browser):
    reader = browser.new_context().new_page()
    reader.goto(f"{archive}/news/awkward-6/")
    reader.emulate_media(media="print")
    reader.evaluate(
        """document.querySelector(".body").innerHTML +=
        '<div class="prose"><a href="/join/" data-address="https://psg.example/join/">x</a>'"""
    )

    after = reader.locator(".body a").evaluate(
        "a => getComputedStyle(a, '::after').content"
    )

    assert "https://psg.example/join/" in after
    assert '"/join/"' not in after


def test_a_wide_table_is_not_cut_off(archive, browser):
    reader = browser.new_context(viewport={"width": 658, "height": 900}).new_page()
    reader.goto(f"{archive}/news/awkward-3/")
    reader.emulate_media(media="print")
    table = reader.locator(".table table")

    assert (
        table.evaluate("t => getComputedStyle(t.parentElement).overflowX") == "visible"
    )
    assert table.locator("th").count() == 9
    assert table.evaluate("t => t.getBoundingClientRect().right") <= 658


def test_the_band_is_printed_though_backgrounds_are_not(printed):
    adjust = printed.evaluate(
        "getComputedStyle(document.documentElement).printColorAdjust"
    )

    assert adjust == "exact"


def test_it_is_black_on_white_on_a4(printed):
    colours = printed.evaluate(
        "(s => [s.color, s.backgroundColor])(getComputedStyle(document.body))"
    )
    pdf = printed.pdf(prefer_css_page_size=True)

    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    width, height = page_size(pdf)
    assert (round(width), round(height)) == (595, 842)


def page_size(pdf):
    """The size of a PDF's first page in points."""
    packed = re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL)
    texts = [pdf]
    for stream in packed:
        try:
            texts.append(zlib.decompress(stream))
        except zlib.error:
            continue  # not one of those that describe pages
    for text in texts:
        if found := re.search(rb"/MediaBox ?\[ ?0 0 ([\d.]+) ([\d.]+) ?\]", text):
            return float(found[1]), float(found[2])
    raise AssertionError("The PDF has no page.")
