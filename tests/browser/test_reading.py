"""What every page owes its readers, whatever their eyes, hands, screen or line."""

from itertools import pairwise

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.any_database

PAGES = [
    "/",
    "/news/",
    "/news/2014/11/",
    "/news/topics/elections/",
    "/news/?topic=elections&region=puno",
    "/news/?topic=mining&region=puno&year=2014",
    "/news/regional-elections-in-puno/",
    "/about/",
    "/aims/",
    "/historical-overview/",
    "/human-rights/",
    "/join/",
    "/join/thanks/",
    "/privacy/",
    "/corrections/",
    "/newsletter/",
    "/search/?query=elections",
    "/search/?query=nothing-of-the-kind",
]


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_no_page_scrolls_sideways(site, browser, width):
    reader = browser.new_context(viewport={"width": width, "height": 800}).new_page()

    for address in PAGES:
        reader.goto(site.url + address)
        needed = reader.evaluate("document.documentElement.scrollWidth")
        assert needed <= width, f"{address} is {needed} px wide on {width} px"


def test_no_page_asks_another_host(site, browser):
    reader = browser.new_context().new_page()
    asked = []
    reader.on("request", lambda request: asked.append(request.url))

    for address in PAGES:
        reader.goto(site.url + address)

    assert len(asked) > len(PAGES)
    assert [url for url in asked if not url.startswith(site.url)] == []


def test_the_first_tab_leads_past_the_menu(site, browser):
    reader = browser.new_context().new_page()
    reader.goto(f"{site.url}/news/")

    reader.keyboard.press("Tab")
    expect(reader.get_by_role("link", name="Skip to the content")).to_be_focused()
    reader.keyboard.press("Enter")

    expect(reader.locator("main")).to_be_focused()


def test_everything_can_be_read_without_scripts(site, browser):
    reader = browser.new_context(java_script_enabled=False).new_page()

    reader.goto(f"{site.url}/")
    reader.get_by_role("navigation").get_by_role("link", name="Search").click()
    reader.get_by_label("Search the site").fill("puno")
    reader.get_by_role("button", name="Search").click()
    reader.get_by_role("link", name="Regional elections in Puno").click()

    expect(reader.get_by_role("heading", level=1)).to_have_text(
        "Regional elections in Puno"
    )


@pytest.mark.parametrize("address", PAGES)
def test_a_page_has_one_main_heading_and_skips_no_level(site, browser, address):
    reader = browser.new_context().new_page()
    reader.goto(site.url + address)

    levels = reader.evaluate(
        "[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => +h.tagName[1])"
    )

    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))
