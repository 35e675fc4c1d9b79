"""Nothing that was written is lost: not to a sign-out, a colleague, or a wrong click."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import serve
from tests.browser.signing_in import sign_in

pytestmark = pytest.mark.any_database

# A busy machine takes its time.
expect.set_options(timeout=30_000)

PEOPLE = """
from tests import factories
for name in ["Rosa", "Luis"]:
    factories.user("Publishers", username=name, email=f"{name}@example.org")
"""
ARTICLE = "Electoral tea-leaves"


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    folder = tmp_path_factory.mktemp("safe")
    people = ["shell", "--command", PEOPLE]
    with serve(folder, {"DEBUG": "1"}, ["manage.py", "run"], [people]) as (url, _):
        yield url


@pytest.fixture
def open_as(address, browser):
    """Opens the admin in a browser of its own, signed in."""

    def open_as(name):
        page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
        page.set_default_timeout(30_000)
        page.goto(f"{address}/admin/")
        come_in(page, name)
        return page

    return open_as


def come_in(page, name):
    sign_in(page, name)
    expect(page.get_by_role("heading", name="Peru Support Group")).to_be_visible()


def open_page(page, address, title):
    page.goto(f"{address}/admin/pages/search/?q={title}")
    page.get_by_role("link", name=title, exact=True).first.click()


def open_article(page, address, title=ARTICLE):
    open_page(page, address, title)
    wait_until_ready(page)


def wait_until_ready(page):
    """Wagtail notices what is typed only once it has looked at the form as it was."""
    expect(page.locator("#id_summary")).to_be_visible()
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(1500)


def saved(page):
    return page.locator("#w-autosave-indicator").get_by_text("Saved", exact=True)


def sign_out(page):
    """End the session as eight hours would; the page in the browser can't know."""
    page.context.clear_cookies(name="sessionid")


def sign_in_elsewhere(page, name):
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Sign in in a new tab").click()
    come_in(opened.value, name)
    opened.value.close()
    # The window may have gone by itself, as this tab came to the front.
    page.evaluate("document.getElementById('signed-in-again')?.click()")


def signed_out(page):
    return page.get_by_role("heading", name="You have been signed out")


def test_who_is_signed_out_while_writing_goes_on_after_signing_in(address, open_as):
    rosa = open_as("Rosa")
    open_article(rosa, address)

    sign_out(rosa)
    rosa.locator("#id_summary").fill("Written after the session had ended.")
    expect(signed_out(rosa)).to_be_visible()
    sign_in_elsewhere(rosa, "Rosa")

    expect(signed_out(rosa)).to_be_hidden()
    expect(saved(rosa)).to_be_visible()
    rosa.reload()
    summary = rosa.locator("#id_summary")
    expect(summary).to_have_value("Written after the session had ended.")


def test_what_is_sent_after_a_sign_out_is_kept_and_sent_again(address, open_as):
    rosa = open_as("Rosa")
    open_page(rosa, address, "News")
    rosa.wait_for_url(re.compile(r"/pages/\d+/"))
    number = re.search(r"/pages/(\d+)/", rosa.url)[1]
    rosa.goto(f"{address}/admin/pages/add/news/articlepage/{number}/")
    wait_until_ready(rosa)

    sign_out(rosa)
    rosa.locator("#id_title").fill("A landslip in Huánuco")
    rosa.get_by_role("button", name="Save draft").click()
    expect(signed_out(rosa)).to_be_visible()
    sign_in_elsewhere(rosa, "Rosa")
    expect(signed_out(rosa)).to_be_hidden()
    rosa.get_by_role("button", name="Save draft").click()

    expect(rosa.locator(".messages").get_by_text("A landslip")).to_be_visible()
    expect(rosa.locator("#id_title")).to_have_value("A landslip in Huánuco")


def test_the_second_of_two_editors_is_told_and_both_texts_are_kept(address, open_as):
    rosa, luis = open_as("Rosa"), open_as("Luis")
    for each in (rosa, luis):
        open_article(each, address, "Amnesty survey on torture")

    luis.locator("#id_summary").fill("The words of Luis.")
    expect(saved(luis)).to_be_visible()
    rosa.locator("#id_summary").fill("The words of Rosa.")
    expect(rosa.get_by_text("Saving will overwrite a newer version")).to_be_visible()
    rosa.get_by_role("button", name="Save draft").first.click()
    dialog = rosa.get_by_role("dialog", name="Luis saved a new version")
    expect(dialog).to_be_visible()
    expect(rosa.locator("#id_summary")).to_have_value("The words of Rosa.")
    dialog.get_by_role("button", name="Save draft").click()

    expect(rosa.get_by_text("has been updated")).to_be_visible()
    expect(rosa.locator("#id_summary")).to_have_value("The words of Rosa.")
    rosa.goto(rosa.url.replace("/edit/", "/history/"))
    rosa.locator("td").get_by_role("button", name="Actions").first.click()
    rosa.get_by_role("link", name="Compare with previous version").click()
    expect(rosa.get_by_text("The words of Luis.")).to_be_visible()


def test_the_last_words_before_a_quick_save_are_kept(address, open_as):
    rosa = open_as("Rosa")
    open_article(rosa, address, "Cusco goes to a second round")
    text = rosa.locator(".public-DraftEditor-content").first
    text.click()
    rosa.keyboard.press("Control+End")
    rosa.keyboard.type(" The last words.")
    rosa.keyboard.press("Control+S")

    expect(rosa.get_by_text("has been updated")).to_be_visible()
    rosa.reload()
    expect(text).to_contain_text("The last words.")


def test_a_page_that_was_deleted_by_mistake_comes_back(address, open_as, page):
    title = "Regional elections in Puno"
    rosa = open_as("Rosa")
    open_article(rosa, address, title)
    rosa.goto(rosa.url.replace("/edit/", "/delete/"))
    rosa.get_by_role("button", name="Yes, delete it").click()
    gone = page.goto(f"{address}/news/regional-elections-in-puno/").status

    rosa.get_by_role("link", name="Open the bin").click()
    rosa.get_by_role("link", name=title).click()
    rosa.get_by_role("button", name="Restore").click()
    expect(rosa.get_by_text(f"“{title}” is restored and published.")).to_be_visible()

    assert gone == 404
    page.goto(f"{address}/news/regional-elections-in-puno/")
    expect(page.get_by_role("heading", name=title)).to_be_visible()
