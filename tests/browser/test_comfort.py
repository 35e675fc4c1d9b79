"""Readers who enlarge the text, choose their own colours, dislike movement, or use keys."""

import pytest
from playwright.sync_api import expect

from tests.browser.barriers import barriers
from tests.browser.test_reading import PAGES

pytestmark = pytest.mark.any_database

PHONE = {"width": 360, "height": 740}


@pytest.fixture(scope="module")
def large_text(browser_type, browser_type_launch_args):
    """A browser whose reader has set the text to twice its size."""
    arguments = [
        *browser_type_launch_args["args"],
        "--blink-settings=defaultFontSize=32",
    ]
    browser = browser_type.launch(**browser_type_launch_args | {"args": arguments})
    yield browser
    browser.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_text_of_twice_the_size_needs_no_sideways_scroll(site, large_text, width):
    reader = large_text.new_context(viewport={"width": width, "height": 800}).new_page()

    for address in PAGES:
        reader.goto(site.url + address)
        size = reader.evaluate("getComputedStyle(document.body).fontSize")
        needed = reader.evaluate("document.documentElement.scrollWidth")
        assert float(size.removesuffix("px")) >= 36, f"{address} is set in {size}"
        assert needed <= width, f"{address} is {needed} px wide on {width} px"


@pytest.mark.parametrize("address", PAGES)
def test_colours_of_the_reader_s_own_leave_no_barrier(site, browser, address):
    context = browser.new_context(forced_colors="active", viewport=PHONE)
    reader = context.new_page()
    reader.goto(site.url + address)

    assert barriers(reader) == ""


def test_a_button_has_an_edge_in_the_reader_s_own_colours(site, browser):
    reader = browser.new_context(forced_colors="active").new_page()
    reader.goto(f"{site.url}/")

    button = reader.get_by_role("link", name="Become a member")
    edge = button.evaluate("b => getComputedStyle(b).borderTopStyle")
    width = button.evaluate("b => getComputedStyle(b).borderTopWidth")

    assert (edge, width) == ("solid", "1px")


def test_nothing_moves_for_those_who_asked_for_that(site, browser):
    context = browser.new_context(reduced_motion="reduce")
    context.add_init_script(
        "addEventListener('pagereveal', e => { window.fades = !!e.viewTransition })"
    )
    reader = context.new_page()
    reader.goto(f"{site.url}/")

    reader.get_by_role("link", name="All news").click()
    reader.wait_for_url("**/news/")

    assert reader.evaluate("window.fades") is False


def test_the_menu_of_a_phone_opens_and_closes_by_keyboard(site, browser):
    reader = browser.new_context(viewport=PHONE).new_page()
    reader.goto(f"{site.url}/news/")
    button = reader.get_by_role("button", name="Menu")
    about = reader.get_by_role("navigation", name="Main").get_by_text("About")
    expect(about).to_be_hidden()

    button.focus()
    reader.keyboard.press("Enter")
    expect(about).to_be_visible()
    reader.keyboard.press("Escape")

    expect(about).to_be_hidden()
    expect(button).to_be_focused()


def test_the_menu_of_a_phone_needs_no_script(site, browser):
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    reader = context.new_page()
    reader.goto(f"{site.url}/")

    reader.get_by_role("button", name="Menu").click()
    reader.get_by_role("navigation", name="Main").get_by_text("Aims").click()

    expect(reader.get_by_role("heading", level=1)).to_have_text("PSG Aims")


def test_the_menu_of_a_wide_screen_is_walked_with_the_tab_key(site, browser):
    reader = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
    reader.goto(f"{site.url}/")

    reached = []
    for _ in range(9):
        reader.keyboard.press("Tab")
        reached.append(reader.evaluate("document.activeElement.innerText.trim()"))

    assert reached[0] == "Skip to the content"
    assert reached[2:] == [
        "News",
        "About",
        "Aims",
        "History",
        "Human Rights",
        "Search",
        "Join",
    ]


def test_what_has_the_focus_is_ringed(site, browser):
    reader = browser.new_context().new_page()
    reader.goto(f"{site.url}/")

    for _ in range(3):
        reader.keyboard.press("Tab")
    ring = reader.evaluate("getComputedStyle(document.activeElement).outlineStyle")

    assert ring == "solid"


def test_a_reader_searches_by_keyboard(site, browser):
    reader = browser.new_context().new_page()
    reader.goto(f"{site.url}/search/")

    reader.get_by_label("Search the site").focus()
    reader.keyboard.type("Cusco")
    reader.keyboard.press("Enter")

    expect(reader.get_by_role("status")).to_contain_text("for “Cusco”")


def test_an_article_is_shared_by_the_device_s_own_sheet(site, browser):
    reader = browser.new_context().new_page()
    reader.add_init_script("navigator.share = async (what) => { window.shared = what }")
    reader.goto(f"{site.url}/news/regional-elections-in-puno/")

    reader.get_by_role("button", name="Share…").click()

    assert reader.evaluate("window.shared") == {
        "title": "Regional elections in Puno",
        "url": f"{site.url}/news/regional-elections-in-puno/",
    }


def test_a_device_without_such_a_sheet_shows_links_alone(site, browser):
    reader = browser.new_context().new_page()
    reader.add_init_script("delete Navigator.prototype.share")
    reader.goto(f"{site.url}/news/regional-elections-in-puno/")

    expect(reader.get_by_role("link", name="E-mail")).to_be_visible()
    expect(reader.get_by_text("Share…")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_style_guide_shows_every_block_without_a_barrier(
    site, browser, scheme, width, tmp_path
):
    context = browser.new_context(
        color_scheme=scheme, viewport={"width": width, "height": 800}
    )
    reader = context.new_page()
    reader.goto(f"{site.url}/styleguide/")

    photograph = reader.screenshot(full_page=True, path=tmp_path / "styleguide.png")
    assert len(photograph) > 50_000
    for name in ("Quote", "Table", "Video", "Fact box", "Event", "Person"):
        expect(reader.get_by_role("heading", name=name, exact=True)).to_be_visible()
    assert barriers(reader) == ""
