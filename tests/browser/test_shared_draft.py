"""An editor looks at a draft where readers would, shares it, and takes the link back."""

import re
from contextlib import suppress

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import serve
from tests.browser.signing_in import sign_in

pytestmark = pytest.mark.any_database

# A busy machine takes its time.
expect.set_options(timeout=30_000)

EDITOR = [
    "shell",
    "--command",
    "from tests.factories import user; user('Editors', username='ana')",
]
OLD, NEW = "Electoral tea-leaves", "What the vote foretells"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("drafts")
    with serve(folder, {"DEBUG": "1"}, ["manage.py", "run"], [EDITOR]) as (url, log):
        yield url, log


@pytest.fixture
def editor(site, page):
    """Ana, who has opened an article that is published."""
    url, _ = site
    page.set_default_timeout(30_000)
    page.goto(f"{url}/admin/")
    sign_in(page, "ana")
    page.goto(f"{url}/admin/pages/search/?q=tea-leaves")
    page.get_by_role("link", name=OLD).first.click()
    return page


def test_a_draft_is_looked_at_shared_and_taken_back(site, editor, browser):
    url, log = site
    write(editor)
    look_at_the_list(editor)
    address = share(editor)

    friend = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
    friend.set_default_timeout(30_000)
    assert friend.goto(address).status == 200
    expect(friend.get_by_role("heading", level=1)).to_have_text(NEW)
    banner = friend.get_by_role("complementary", name="Draft")
    expect(banner).to_contain_text("Draft – not published; do not pass on.")
    assert friend.evaluate("document.documentElement.scrollWidth") == 360
    friend.get_by_role("link", name="News", exact=True).first.click()
    assert friend.url == f"{url}/news/"
    assert friend.evaluate("document.referrer") == ""
    expect(friend.get_by_role("link", name=OLD)).to_be_visible()
    expect(friend.get_by_text(NEW)).to_have_count(0)

    revoke(editor)
    assert friend.goto(address).status == 410
    expect(friend.get_by_text("ask whoever sent you the link")).to_be_visible()
    assert address.split("/")[-2] not in log.read_text()


def write(editor):
    """The draft is saved by itself."""
    editor.locator("#id_title").clear()
    editor.keyboard.type(NEW)
    saved = editor.locator(".w-autosave-indicator__state--saved")
    # What is typed while the form opens counts as what was there before.
    for number in range(10):
        editor.locator("#id_summary").clear()
        editor.keyboard.type(f"In {number} words.")
        editor.keyboard.press("Tab")
        with suppress(AssertionError):
            expect(saved).to_be_visible(timeout=5_000)
            return
    raise AssertionError("The draft was not saved by itself.")


def look_at_the_list(editor):
    """It stands marked at its place, in the width of a phone."""
    editor.get_by_role("button", name="Toggle preview").click()
    shown = editor.frame_locator("#w-preview-iframe")
    expect(shown.get_by_role("heading", name=NEW)).to_be_visible()
    editor.get_by_label("Preview mode").select_option(label="In the news list")
    expect(shown.locator("#draft")).to_contain_text(NEW)
    expect(shown.locator("#draft")).to_be_in_viewport()
    width = editor.locator("#w-preview-iframe").evaluate(
        "e => e.contentWindow.innerWidth"
    )
    assert width == 360
    editor.get_by_role("button", name="Toggle preview").click()


def share(editor):
    editor.get_by_role("button", name="Actions", exact=True).first.click()
    editor.get_by_role("link", name="Share draft").click()
    editor.get_by_role("button", name="Make a link").click()
    expect(editor.get_by_text("The link is ready")).to_be_visible()
    return editor.get_by_label(re.compile("^Link, works until")).input_value()


def revoke(editor):
    editor.reload()
    expect(editor.get_by_text("Last opened on")).to_be_visible()
    editor.get_by_role("button", name="Revoke").click()
    expect(editor.get_by_text("it shows nothing any more")).to_be_visible()
