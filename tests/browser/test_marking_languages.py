"""Marking words as Quechua in the editor, as a writer does and as a reader meets it."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import serve
from tests.browser.signing_in import printed_password, sign_in

pytestmark = pytest.mark.any_database

# A busy machine takes its time.
expect.set_options(timeout=20_000)

PASTE = """(editor) => {
  const data = new DataTransfer();
  data.setData("text/html", "<p>And the <span lang='qu'><b>minka</b></span> too.</p>");
  data.setData("text/plain", "And the minka too.");
  const paste = { clipboardData: data, bubbles: true, cancelable: true };
  editor.dispatchEvent(new ClipboardEvent("paste", paste));
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("languages")
    with serve(folder, {"DEBUG": "1"}, ["manage.py", "run"]) as (url, log):
        yield url, printed_password(log)


@pytest.fixture
def editor(site, page):
    """Someone who has signed in and opened the form of a new article."""
    url, password = site
    page.set_default_timeout(20_000)
    page.goto(f"{url}/admin/")
    sign_in(page, "admin", password)
    page.goto(f"{url}/admin/pages/search/?q=News")
    page.get_by_role("link", name="News", exact=True).first.click()
    page.wait_for_url(re.compile(r"/pages/\d+/"))
    number = re.search(r"/pages/(\d+)/", page.url)[1]
    page.goto(f"{url}/admin/pages/add/news/articlepage/{number}/")
    page.locator("#id_title").fill("What an ayllu is")
    return page


def test_a_word_that_is_marked_reaches_the_reader_with_its_language(
    site, editor, browser
):
    write_and_mark(editor)
    stored = editor.locator("input[name='body-0-value']")
    expect(stored).to_have_value(re.compile("QUECHUA"))
    paste(editor)
    expect(stored).to_have_value(re.compile("And the minka too."))
    publish(editor)

    reader = browser.new_context().new_page()
    reader.goto(f"{site[0]}/news/what-an-ayllu-is/")
    expect(reader.locator("[lang=qu]").first).to_have_text("ayllu")
    expect(reader.locator(".prose")).to_contain_text("And the minka too.")

    editor.get_by_role("link", name="Edit", exact=True).first.click()
    expect(stored).to_have_value(re.compile("QUECHUA"))


def write_and_mark(editor):
    editor.get_by_role("button", name="Insert a block").first.click()
    editor.get_by_role("option", name="Text").click()
    editor.locator(".public-DraftEditor-content").first.click()
    editor.keyboard.type("People of one place form an ayllu")
    editor.keyboard.press("Control+Shift+ArrowLeft")
    editor.get_by_role("button", name="Quechua").click()


def paste(editor):
    editor.keyboard.press("ArrowRight")
    editor.keyboard.press("Enter")
    editor.locator(".public-DraftEditor-content").first.evaluate(PASTE)


def publish(editor):
    editor.get_by_role("button", name="More actions").click()
    editor.get_by_role("button", name="Publish", exact=True).click()
    expect(
        editor.get_by_text(re.compile("(created and|has been) published")).first
    ).to_be_visible()
