"""A publisher decides on the admin's home, and the editor sees it on theirs."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import serve
from tests.browser.signing_in import sign_in
from tests.browser.waiting_article import TITLE

pytestmark = pytest.mark.any_database

# A busy machine takes its time.
expect.set_options(timeout=20_000)

FILL = "from tests.browser.waiting_article import fill; fill()"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dashboard")
    fill = [["shell", "--command", FILL]]
    with serve(folder, {"DEBUG": "1"}, ["manage.py", "run"], fill) as (url, _):
        yield url


def at_home(browser, site, name):
    page = browser.new_context().new_page()
    page.set_default_timeout(20_000)
    page.goto(f"{site}/admin/")
    sign_in(page, name)
    return page


def panel(page, heading):
    return page.get_by_role("region", name=heading)


def test_what_a_publisher_sends_back_and_approves_is_on_the_editors_home(site, browser):
    peter = at_home(browser, site, "peter")
    waiting = panel(peter, "Waiting for review")
    expect(waiting.get_by_text("Awaiting your review, from edith")).to_be_visible()

    waiting.get_by_role("button", name="Actions").click()
    peter.get_by_role("button", name="Request changes").click()
    dialog = peter.get_by_role("dialog")
    dialog.get_by_label("Comment").fill("Since when?")
    dialog.get_by_role("button", name="Request changes").click()
    expect(panel(peter, "Waiting for review")).to_contain_text("Nothing is waiting")

    edith = at_home(browser, site, "edith")
    returned = panel(edith, "Waiting for review")
    expect(returned.get_by_text("Sent back: Since when?")).to_be_visible()
    returned.get_by_role("link", name=TITLE).click()
    edith.get_by_role("button", name="More actions").click()
    edith.get_by_role("button", name="Resubmit").click()
    expect(edith.get_by_text("has been submitted").first).to_be_visible()

    peter.reload()
    panel(peter, "Waiting for review").get_by_role("button", name="Actions").click()
    peter.get_by_role("button", name="Approve", exact=True).click()
    published = panel(peter, "Published lately")
    expect(published.get_by_role("link", name=TITLE)).to_be_visible()

    edith.goto(f"{site}/admin/")
    expect(panel(edith, "Published lately").get_by_text(TITLE)).to_be_visible()
    expect(panel(edith, "Waiting for review")).to_contain_text("Nothing is waiting")


def test_a_publisher_finds_articles_by_what_they_are_about(site, browser):
    peter = at_home(browser, site, "peter")
    peter.goto(f"{site}/admin/pages/")
    peter.get_by_role("link", name="Peru Support Group").last.click()
    peter.get_by_role("link", name="Explore child pages of 'News'").click()
    titles = peter.locator("tbody .title-wrapper")
    expect(titles).to_have_count(11)

    peter.get_by_role("button", name="Show filters").click()
    peter.get_by_role("button", name="Topic").click()
    peter.get_by_role("checkbox", name="Mining").check()
    expect(titles).to_have_count(2)

    peter.get_by_role("textbox", name="Search term").fill("conga")
    expect(titles).to_have_text([re.compile("Santos and the Conga mining project")])

    peter.locator("tbody input[type=checkbox]").check()
    expect(peter.get_by_role("link", name="Unpublish")).to_be_visible()
