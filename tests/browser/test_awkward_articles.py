"""What holds with ten tidy articles holds with 2,000 awkward ones too."""

import pytest
from playwright.sync_api import expect

from tests.browser.awkward_articles import KINDS
from tests.browser.barriers import barriers

pytestmark = [
    pytest.mark.any_database,
    pytest.mark.slow,
]

ARTICLES = [f"/news/awkward-{number}/" for number in range(len(KINDS))]
PAGES = [
    "/",
    "/news/",
    "/news/?page=200",
    "/news/2020/",
    "/news/regions/ancash/",
    "/search/?query=court",
    *ARTICLES,
]


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_nothing_scrolls_sideways(archive, browser, width):
    reader = browser.new_context(viewport={"width": width, "height": 800}).new_page()

    for address in PAGES:
        assert reader.goto(archive + address).status == 200
        needed = reader.evaluate("document.documentElement.scrollWidth")
        assert needed <= width, f"{address} is {needed} px wide on {width} px"


@pytest.mark.parametrize("address", PAGES)
def test_there_is_no_barrier(archive, browser, address):
    reader = browser.new_context(viewport={"width": 360, "height": 800}).new_page()
    reader.goto(archive + address)

    assert barriers(reader) == ""


def test_pages_of_the_list_are_walked_by_keyboard(archive, browser):
    reader = browser.new_context().new_page()
    reader.goto(f"{archive}/news/")
    first = reader.locator("main h2 a").first.inner_text()

    reader.get_by_role("link", name="Next").focus()
    reader.keyboard.press("Enter")

    expect(reader).to_have_url(f"{archive}/news/?page=2")
    expect(reader.locator("main h2 a").first).not_to_have_text(first)
    expect(reader.locator("link[rel=prev]")).to_have_count(1)


def test_a_wide_table_scrolls_in_its_own_box_by_keyboard(archive, browser):
    reader = browser.new_context(viewport={"width": 360, "height": 800}).new_page()
    reader.goto(f"{archive}/news/awkward-3/")
    table = reader.get_by_role("region", name="Table")

    table.focus()
    reader.keyboard.press("ArrowRight")

    reader.wait_for_function(
        "box => box.scrollLeft > 0", arg=table.element_handle(), timeout=5000
    )


def test_an_empty_summary_leaves_no_gap(archive, browser):
    reader = browser.new_context().new_page()
    reader.goto(f"{archive}/news/awkward-0/")

    expect(reader.locator(".summary")).to_have_count(0)
    expect(reader.get_by_role("heading", level=1)).to_contain_text("Ch’uqi Pukyu")
