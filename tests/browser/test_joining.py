"""A reader becomes a member: by keyboard, without scripts, on a phone, in haste."""

import re
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from http.cookiejar import CookieJar
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

import pytest
from playwright.sync_api import expect

from tests.browser.barriers import barriers
from tests.browser.conftest import serve

pytestmark = pytest.mark.any_database

PHONE = {"width": 360, "height": 740}
# What even the quickest reader takes.
LOOKING = 3200


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """The address and the database of a site of its own."""
    folder = tmp_path_factory.mktemp("joining")
    with serve(folder, {"DEBUG": "1"}, ["manage.py", "run"]) as (url, _):
        yield url, folder / "db.sqlite3"


def count(database):
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute("SELECT count(*) FROM about_enquiry").fetchone()[0]


def fill_in(reader, name):
    reader.get_by_label("Your name").fill(name)
    reader.get_by_label("E-mail address").fill("ana@example.org")
    reader.get_by_label("Organisation").check()


def button(reader):
    return reader.get_by_role("button", name="Become a member")


def test_a_reader_joins_with_the_keyboard_alone(served, browser):
    url, database = served
    before = count(database)
    reader = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
    reader.goto(f"{url}/join/")
    reader.get_by_role("link", name="Become a member").focus()
    reader.keyboard.press("Enter")

    tab_to(reader, "Your name", "Anä Quispe 🌻")
    tab_to(reader, "E-mail address", "ana@example.org")
    tab_to(reader, "Postal address")
    reader.keyboard.press("Tab")
    reader.keyboard.press("Space")
    expect(reader.get_by_label("Individual")).to_be_checked()
    tab_to(reader, "Yes, claim Gift Aid")
    tab_to(reader, "The newsletter")
    reader.keyboard.press("Space")
    expect(reader.get_by_label("The newsletter")).to_be_checked()
    reader.wait_for_timeout(LOOKING)
    button(reader).focus()
    reader.keyboard.press("Enter")

    expect(reader.get_by_role("heading", level=1)).to_have_text("Thank you")
    reader.reload()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Thank you")
    assert count(database) == before + 1


def tab_to(reader, label, text=""):
    """Go on with the tab key; the hidden trap must not be among what it reaches."""
    field = reader.get_by_label(label)
    reader.keyboard.press("Tab")
    expect(field).to_be_focused()
    reader.keyboard.type(text)


@pytest.mark.parametrize("scripts", [True, False])
def test_mistakes_are_led_to_and_mended(served, browser, scripts):
    url, database = served
    before = count(database)
    context = browser.new_context(viewport=PHONE, java_script_enabled=scripts)
    reader = context.new_page()
    reader.goto(f"{url}/join/")
    reader.get_by_label("Your name").fill("Ana")
    reader.get_by_label("Yes, claim Gift Aid").check()
    reader.wait_for_timeout(LOOKING)
    button(reader).click()

    summary = reader.get_by_role("alert")
    expect(summary).to_be_focused()
    summary.get_by_role("link", name="Write your e-mail address").click()
    expect(reader.get_by_label("E-mail address")).to_be_focused()
    expect(reader.get_by_label("Your name")).to_have_value("Ana")
    expect(reader.get_by_label("Yes, claim Gift Aid")).to_be_checked()
    summary.get_by_role("link", name="Kind of membership").click()
    reader.keyboard.press("Space")
    reader.get_by_label("E-mail address").fill("ana@example.org")
    reader.get_by_label("Postal address").fill(f"1 Example Street {scripts}")
    button(reader).click()

    expect(reader.get_by_role("heading", level=1)).to_have_text("Thank you")
    assert count(database) == before + 1


def test_a_double_click_and_the_back_button_make_one_member(served, browser):
    url, database = served
    before = count(database)
    reader = browser.new_context().new_page()
    reader.goto(f"{url}/join/")
    fill_in(reader, "In Haste")
    reader.wait_for_timeout(LOOKING)

    button(reader).dblclick()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Thank you")
    reader.go_back()
    fill_in(reader, "In Haste")
    reader.wait_for_timeout(LOOKING)
    button(reader).click()

    expect(reader.get_by_role("heading", level=1)).to_have_text("Thank you")
    assert count(database) == before + 1


def test_the_same_form_at_the_same_moment_is_kept_once(served, browser):
    url, database = served
    before = count(database)
    opener = build_opener(HTTPCookieProcessor(CookieJar()))
    html = opener.open(f"{url}/join/").read().decode()
    hidden = re.findall(r'type="hidden" name="(\w+)" value="([^"]+)"', html)
    browser.new_context().new_page().wait_for_timeout(LOOKING)
    data = dict(hidden) | {
        "answer-your_name": "Many at once",
        "answer-e_mail_address": "many@example.org",
        "answer-kind_of_membership": "Individual",
    }

    def send(_):
        return opener.open(f"{url}/join/", urlencode(data).encode()).url

    with ThreadPoolExecutor(6) as pool:
        assert set(pool.map(send, range(6))) == {f"{url}/join/thanks/"}
    assert count(database) == before + 1


def test_who_refuses_cookies_keeps_the_answers(served, browser):
    url, _ = served
    reader = browser.new_context().new_page()
    reader.goto(f"{url}/join/")
    fill_in(reader, "No Cookies")
    reader.wait_for_timeout(LOOKING)
    reader.context.clear_cookies()
    button(reader).click()

    expect(reader.get_by_role("alert")).to_contain_text("press the button again")
    expect(reader.get_by_label("Your name")).to_have_value("No Cookies")
    button(reader).click()

    expect(reader.get_by_role("heading", level=1)).to_have_text("Thank you")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_form_has_no_barrier_and_no_small_target(served, browser, width, scheme):
    url, _ = served
    size = {"width": width, "height": 740}
    reader = browser.new_context(viewport=size, color_scheme=scheme).new_page()

    reader.goto(f"{url}/join/")
    assert barriers(reader) == ""
    for label in reader.locator(".box label").all():
        assert label.bounding_box()["height"] >= 44
    button(reader).click()
    expect(reader.get_by_role("alert")).to_be_visible()
    assert barriers(reader) == ""
    assert reader.evaluate("document.documentElement.scrollWidth") <= width
    for address in ("/join/thanks/", "/privacy/"):
        reader.goto(url + address)
        assert barriers(reader) == ""
