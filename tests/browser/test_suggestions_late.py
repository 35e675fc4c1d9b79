"""Suggestions that come late, or never."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_suggestions_box import popup

pytestmark = pytest.mark.any_database

SAVES_DATA = "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"


@pytest.fixture
def reader(site, browser):
    """A reader who is about to type."""
    reader = browser.new_context().new_page()
    reader.goto(f"{site.url}/search/")
    reader.get_by_label("Search the site").focus()
    return reader


def hold_back(reader):
    """Let no question reach the server; return the list of those that wait."""
    waiting = []
    reader.route("**/search/suggest/*", lambda route: waiting.append(route))
    return waiting


def ask(reader, typed, waiting):
    before = len(waiting)
    with reader.expect_request("**/search/suggest/*"):
        reader.keyboard.type(typed)
    for _ in range(100):
        if len(waiting) > before:
            return waiting[-1]
        reader.wait_for_timeout(20)
    raise TimeoutError(f"Nothing was asked about {typed!r}")


def answer(question, title):
    question.fulfill(json=["", [title], ["Article"], ["/news/"]])


def test_a_late_answer_to_an_earlier_question_is_dropped(reader):
    waiting = hold_back(reader)
    earlier = ask(reader, "el", waiting)
    later = ask(reader, "ec", waiting)

    answer(later, "Newer")
    expect(popup(reader)).to_contain_text("Newer")
    answer(earlier, "Older")
    reader.wait_for_timeout(300)

    expect(popup(reader)).to_contain_text("Newer")


def test_an_answer_that_comes_when_the_reader_has_left_is_dropped(reader):
    question = ask(reader, "el", hold_back(reader))

    reader.keyboard.press("Tab")
    answer(question, "Late")
    reader.wait_for_timeout(300)

    expect(popup(reader)).to_be_hidden()


@pytest.mark.parametrize("status", [None, 503])
def test_without_an_answer_the_form_works_as_ever(reader, site, status):
    reader.keyboard.type("el")
    expect(popup(reader)).to_be_visible()
    question = ask(reader, "ection", hold_back(reader))

    question.fulfill(status=status, body="<h1>") if status else question.abort()
    expect(popup(reader)).to_be_hidden()
    reader.keyboard.press("Enter")

    expect(reader).to_have_url(f"{site.url}/search/?query=election")


def test_readers_who_save_data_get_no_suggestions(reader):
    reader.add_init_script(SAVES_DATA)
    reader.reload()
    asked = []
    reader.on("request", lambda request: asked.append(request.url))

    reader.get_by_role("searchbox", name="Search the site").press_sequentially("elec")
    reader.wait_for_timeout(400)

    assert not any("suggest/" in url for url in asked)


def test_without_scripts_there_is_a_plain_form(site, browser):
    reader = browser.new_context(java_script_enabled=False).new_page()
    reader.goto(f"{site.url}/search/")
    searchbox = reader.get_by_role("searchbox", name="Search the site")

    searchbox.fill("puno")
    expect(popup(reader)).to_have_count(0)
    searchbox.press("Enter")

    expect(reader).to_have_url(f"{site.url}/search/?query=puno")
