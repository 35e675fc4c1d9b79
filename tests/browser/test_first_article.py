"""The first hour: sign in, draft, preview, publish, and a reader finds it."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.signing_in import sign_in

pytestmark = pytest.mark.any_database

# A busy machine takes its time.
expect.set_options(timeout=20_000)

TITLE = "Rains close the road to Huancavelica"
TEXT = "Lorries have waited at the pass since Tuesday."


@pytest.fixture
def signed_in(site, page):
    """The admin's home, after the first sign-in with the password that was printed."""
    page.set_default_timeout(20_000)
    page.goto(f"{site.url}/admin/")
    sign_in(page, "admin", site.password)
    expect(page.get_by_text("worked once and is now used up")).to_be_visible()
    return page


def test_an_editor_publishes_and_a_reader_finds_it(site, signed_in, browser):
    editor, reader = signed_in, browser.new_context().new_page()

    write_draft(editor, site)
    open_preview(editor)
    preview = editor.frame_locator("#w-preview-iframe")
    expect(preview.get_by_text(TEXT)).to_be_visible()
    assert reader.goto(f"{site.url}/news/{slug()}/").status == 404

    publish(editor)
    reader.goto(f"{site.url}/")
    expect(reader.get_by_role("link", name=TITLE)).to_be_visible()
    search(reader, "huancavelica lorries")
    reader.get_by_role("link", name=TITLE).click()
    expect(reader.get_by_role("heading", name=TITLE)).to_be_visible()
    expect(reader.get_by_text(TEXT)).to_be_visible()


def write_draft(editor, site):
    editor.goto(f"{site.url}/admin/pages/search/?q=News")
    editor.get_by_role("link", name="News", exact=True).first.click()
    editor.wait_for_url(re.compile(r"/pages/\d+/"))
    number = re.search(r"/pages/(\d+)/", editor.url)[1]
    editor.goto(f"{site.url}/admin/pages/add/news/articlepage/{number}/")
    editor.locator("#id_title").fill(TITLE)
    editor.locator("#id_summary").fill("A landslip has cut off the city.")
    editor.get_by_role("button", name="Insert a block").first.click()
    editor.get_by_role("option", name="Text").click()
    editor.locator(".public-DraftEditor-content").first.click()
    editor.keyboard.type(TEXT)
    # The editor hands on what was typed a quarter of a second later.
    written = editor.locator("input[name='body-0-value']")
    expect(written).to_have_value(re.compile(TEXT))
    editor.get_by_role("button", name="Save draft").click()
    # Wagtail may have saved it by itself before.
    saved = re.compile(f"Page '{TITLE}' (created|has been updated)")
    expect(editor.get_by_text(saved)).to_be_visible()


def open_preview(editor):
    editor.get_by_role("button", name="Toggle preview").click()


def publish(editor):
    editor.get_by_role("button", name="More actions").click()
    editor.get_by_role("button", name="Publish", exact=True).click()
    expect(editor.get_by_text("has been published").first).to_be_visible()


def search(reader, words):
    reader.get_by_role("link", name="Search").click()
    reader.get_by_label("Search the site").fill(words)
    reader.get_by_role("button", name="Search").click()


def slug():
    return re.sub(r"\W+", "-", TITLE.lower())
