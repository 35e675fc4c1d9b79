"""The page of results in a real browser."""

import pytest
from playwright.sync_api import expect

from tests.browser.barriers import barriers

pytestmark = pytest.mark.any_database

RESULTS = "/search/?query=elections"
PAGES = [
    RESULTS,
    "/search/?query=elections&kind=article&topic=elections",
    "/search/?query=Cajamrca",
    "/search/?query=blockchain+kubernetes",
    "/search/?query=elections&since=31/02/2015",
]


@pytest.fixture
def phone(browser):
    return browser.new_context(viewport={"width": 320, "height": 700}).new_page()


@pytest.mark.parametrize("address", PAGES)
def test_nobody_meets_a_barrier_on_a_phone_and_nothing_runs_over(site, phone, address):
    phone.goto(site.url + address)

    assert barriers(phone) == ""
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("address", PAGES)
def test_nobody_meets_a_barrier_on_a_desk_at_night(site, browser, address):
    size = {"width": 1280, "height": 900}
    reader = browser.new_context(viewport=size, color_scheme="dark").new_page()
    reader.goto(site.url + address)

    assert barriers(reader) == ""


def test_a_link_leads_to_what_narrows_on_a_phone(site, phone):
    phone.goto(site.url + RESULTS)

    phone.get_by_role("link", name="Narrow down").click()

    expect(phone.get_by_role("heading", name="By kind")).to_be_in_viewport()


def test_one_narrows_and_widens_without_scripts(site, browser):
    reader = browser.new_context(java_script_enabled=False).new_page()
    reader.goto(site.url + RESULTS)
    before = reader.get_by_role("status").inner_text()

    by_region = reader.get_by_role("navigation", name="By region")
    by_region.get_by_role("link", name="Puno").click()
    narrow = reader.get_by_role("status").inner_text()
    reader.get_by_role("link", name="Remove Puno").click()

    assert narrow == "One result for “elections”"
    assert reader.get_by_role("status").inner_text() == before != narrow


def test_dates_have_names_and_what_is_wrong_with_them_is_said(site, browser):
    reader = browser.new_context().new_page()
    reader.goto(f"{site.url}/search/?query=elections&since=31/02/2015")

    expect(reader.get_by_label("From:")).to_be_visible()
    expect(reader.get_by_label("To:")).to_be_visible()
    expect(reader.get_by_text("“31/02/2015” is not a date.")).to_be_visible()


def test_results_are_reached_by_keys(site, browser):
    reader = browser.new_context().new_page()
    reader.goto(site.url + RESULTS)

    reader.get_by_role("button", name="Search").focus()
    for _ in range(3):  # past the other order
        reader.keyboard.press("Tab")
    reached = reader.evaluate("document.activeElement.closest('.result') !== null")

    assert reached


@pytest.mark.parametrize("address", [RESULTS, PAGES[3]])
def test_colours_of_the_reader_s_own_leave_no_barrier(site, browser, address):
    reader = browser.new_context(forced_colors="active").new_page()
    reader.goto(site.url + address)

    assert barriers(reader) == ""


def test_keys_lead_past_the_menu_to_the_box_the_results_and_what_narrows(site, browser):
    reader = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    reader.goto(site.url + RESULTS)
    places = ["#query", ".result", "#narrow .facet", ".dates"]
    found = f"{places}.findIndex(place => document.activeElement.closest(place))"

    reader.keyboard.press("Tab")
    reader.keyboard.press("Enter")
    reached = []
    for _ in range(60):
        reader.keyboard.press("Tab")
        reached.append(reader.evaluate(found))

    assert reached[0] == 0
    assert [place for place in dict.fromkeys(reached) if place >= 0] == [0, 1, 2, 3]


def test_a_search_is_counted_once_and_so_is_what_is_followed(site, browser):
    reader = browser.new_context().new_page()
    sent = []
    reader.on(
        "request",
        lambda each: sent.append(each.post_data) if "/count/" in each.url else None,
    )

    reader.goto(site.url + RESULTS)
    reader.wait_for_load_state("networkidle")
    reader.get_by_role("link", name="Regional elections in Puno").click()
    reader.wait_for_load_state("networkidle")

    assert [("page=" in data) for data in sent] == [False, True]
