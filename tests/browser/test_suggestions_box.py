"""Suggestions in a reader's hands: keys, fingers, eyes."""

from datetime import datetime

import pytest
from playwright.sync_api import expect

from tests.browser.barriers import barriers

pytestmark = pytest.mark.any_database

ELECTIONS = ["Elections", "Electoral tea-leaves", "Regional elections in Puno"]


@pytest.fixture
def open_search(site, browser):
    """The search in a new window, with what is suggested for the words typed, if any."""

    def opened(typed="", **options):
        reader = browser.new_context(**options).new_page()
        reader.goto(f"{site.url}/search/")
        reader.get_by_label("Search the site").focus()
        reader.keyboard.type(typed)
        if typed:
            expect(popup(reader)).to_be_visible()
        return reader

    return opened


def field(reader):
    return reader.get_by_role("combobox", name="Search the site")


def popup(reader):
    return reader.get_by_role("listbox", name="Suggestions")


def expect_active(reader, option):
    """Assistive technology is told that ``option`` is active; with None, that none is."""
    active = reader.locator("[aria-selected=true]")
    expect(active).to_have_count(0 if option is None else 1)
    told = active.get_attribute("id") if option else ""
    if option:
        expect(active).to_contain_text(option)
    expect(field(reader)).to_have_attribute("aria-activedescendant", told)
    expect(field(reader)).to_be_focused()


def test_suggestions_appear_as_one_types(open_search):
    reader = open_search()
    expect(popup(reader)).to_be_hidden()
    expect(field(reader)).to_have_attribute("aria-expanded", "false")

    reader.keyboard.type("elec")

    expect(popup(reader).get_by_role("option")).to_contain_text(ELECTIONS)
    expect(field(reader)).to_have_attribute("aria-expanded", "true")
    expect(reader.get_by_text("3 suggestions")).to_have_attribute("aria-live", "polite")
    controlled = field(reader).get_attribute("aria-controls")
    assert popup(reader).get_attribute("id") == controlled


def test_arrows_walk_the_list_and_come_back_to_the_text(open_search):
    reader = open_search("elec")
    expect_active(reader, None)

    for option in [*ELECTIONS, None, ELECTIONS[0]]:
        reader.keyboard.press("ArrowDown")
        expect_active(reader, option)
    for option in [None, *reversed(ELECTIONS)]:
        reader.keyboard.press("ArrowUp")
        expect_active(reader, option)


@pytest.mark.parametrize(("key", "typed"), [("Home", "xelec"), ("End", "elecx")])
def test_home_and_end_move_in_the_text(open_search, key, typed):
    reader = open_search("elec")
    reader.keyboard.press("ArrowDown")

    reader.keyboard.press(key)
    expect_active(reader, None)
    reader.keyboard.type("x")

    expect(field(reader)).to_have_value(typed)


def test_enter_opens_the_active_suggestion(open_search, site):
    reader = open_search("elec")

    reader.keyboard.press("ArrowUp")
    reader.keyboard.press("Enter")

    expect(reader).to_have_url(f"{site.url}/news/regional-elections-in-puno/")


def test_enter_searches_for_the_words_while_no_suggestion_is_active(open_search, site):
    reader = open_search("elec")
    reader.keyboard.press("ArrowDown")

    reader.keyboard.type("tion")
    reader.keyboard.press("Enter")

    expect(reader).to_have_url(f"{site.url}/search/?query=election")


def test_escape_closes_first_and_clears_then(open_search):
    reader = open_search("elec")
    reader.keyboard.press("ArrowDown")

    reader.keyboard.press("Escape")
    expect(popup(reader)).to_be_hidden()
    expect(field(reader)).to_have_attribute("aria-expanded", "false")
    expect_active(reader, None)
    expect(field(reader)).to_have_value("elec")
    reader.keyboard.press("Escape")

    expect(field(reader)).to_have_value("")


def test_the_arrow_opens_a_list_that_was_closed(open_search):
    reader = open_search("elec")
    reader.keyboard.press("Escape")
    expect(popup(reader)).to_be_hidden()

    reader.keyboard.press("ArrowDown")

    expect(popup(reader)).to_be_visible()
    expect_active(reader, None)


def test_tab_closes_the_list_and_leads_to_the_button(open_search):
    reader = open_search("elec")

    reader.keyboard.press("Tab")

    expect(popup(reader)).to_be_hidden()
    expect(reader.get_by_role("button", name="Search")).to_be_focused()


@pytest.mark.parametrize("has_touch", [False, True])
def test_a_press_opens_a_suggestion(open_search, site, has_touch):
    reader = open_search("puno", has_touch=has_touch)
    option = popup(reader).get_by_role("option", name="Regional elections")

    option.tap() if has_touch else option.click()

    expect(reader).to_have_url(f"{site.url}/news/regional-elections-in-puno/")


def test_the_list_is_closed_for_a_reader_who_comes_back(open_search):
    reader = open_search("elec")
    popup(reader).get_by_role("option", name="tea-leaves").click()
    expect(reader.get_by_role("heading", level=1)).to_contain_text("tea-leaves")

    reader.go_back()

    expect(reader.get_by_label("Search the site")).to_be_visible()
    expect(popup(reader)).to_be_hidden()


def test_one_question_is_asked_for_words_typed_in_one_go(open_search):
    reader = open_search()
    asked = []
    reader.on("request", lambda request: asked.append(request.url))

    # Time stands still while it is typed, however busy this machine is.
    reader.clock.install(time=datetime(2026, 1, 1))
    reader.clock.pause_at(datetime(2026, 1, 2))
    reader.keyboard.type("elections")
    reader.clock.run_for(1000)
    expect(popup(reader)).to_be_visible()

    suggested = [url for url in asked if "suggest/" in url]
    assert [url.split("?")[1] for url in suggested] == ["query=elections"]


LOOKS = [
    {"viewport": {"width": 320, "height": 800}},
    {"viewport": {"width": 1280, "height": 800}, "color_scheme": "dark"},
    {"viewport": {"width": 360, "height": 800}, "forced_colors": "active"},
]


@pytest.mark.parametrize("look", LOOKS)
def test_an_open_list_is_no_barrier(open_search, look):
    reader = open_search("elec", **look)
    reader.keyboard.press("ArrowDown")

    boxes = [box.bounding_box() for box in popup(reader).get_by_role("option").all()]
    needed = reader.evaluate("document.documentElement.scrollWidth")

    assert barriers(reader) == ""
    assert min(box["height"] for box in boxes) >= 44
    assert needed <= look["viewport"]["width"]
