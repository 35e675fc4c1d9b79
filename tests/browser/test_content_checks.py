"""What Wagtail's checker tells a writer, on the page and beside the form."""

import re

import pytest
from playwright.sync_api import expect

from home.checks.item import ContentChecks
from tests.browser.conftest import serve
from tests.browser.signing_in import printed_password, sign_in

pytestmark = pytest.mark.any_database

# A busy machine takes its time.
expect.set_options(timeout=20_000)

FILL = "from tests.browser.checked_articles import fill; fill()"

# Which article shows which message: the same name, but for these.
FAULTS = {
    "heading-order": "heading-order",
    "link-name": "link-name",
    "vague-link": "vague-link",
    "vague-link-es": "vague-link",
    "dead-link": "dead-link",
    "undescribed-picture": "undescribed-picture",
    "small-picture": "small-picture",
    "long-sentence": "long-sentence",
    "region-accent": "region-accent",
    "main-picture": "undescribed-picture",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("checks")
    fill = [["shell", "--command", FILL]]
    with serve(folder, {"DEBUG": "1"}, ["manage.py", "run"], fill) as (url, log):
        yield url, printed_password(log)


@pytest.fixture(scope="module")
def signed_in(site, browser):
    """The cookies of someone who has signed in."""
    url, password = site
    page = browser.new_context().new_page()
    page.goto(f"{url}/admin/")
    sign_in(page, "admin", password)
    page.wait_for_url("**/admin/**")
    return page.context.storage_state()


@pytest.fixture
def writer(browser, signed_in):
    page = browser.new_context(storage_state=signed_in).new_page()
    page.set_default_timeout(20_000)
    return page


def messages(writer):
    """What the checker says on the page that is open, each message once."""
    writer.wait_for_function("window.wagtail.userbar.axeConfig")
    shadow = writer.locator("wagtail-userbar")
    count = shadow.locator("[data-content-checker-count]").first
    expect(count).to_have_text(re.compile(r"\d"))
    return set(shadow.locator("[data-content-checker-name]").all_text_contents())


def said_of(name):
    return ContentChecks.axe_messages[name]["error_name"]


def test_an_article_without_faults_has_no_message(site, writer):
    writer.goto(f"{site[0]}/news/faultless/")

    assert messages(writer) == set()


@pytest.mark.parametrize("article", FAULTS)
def test_each_fault_has_its_message(site, writer, article):
    writer.goto(f"{site[0]}/news/{article}/")

    assert messages(writer) == {said_of(FAULTS[article])}


def test_the_editor_says_the_same_beside_the_form(site, writer):
    writer.goto(f"{site[0]}/admin/pages/search/?q=region-accent")
    writer.get_by_role("link", name="region-accent", exact=True).first.click()
    writer.get_by_role("button", name="Toggle checks").click()

    panel = writer.locator("[data-checks-panel]")

    expect(panel.get_by_text(said_of("region-accent"))).to_be_visible()
    expect(panel.get_by_text("Write Áncash, Apurímac, Huánuco")).to_be_visible()
    expect(panel.locator("[data-content-checker-row]")).to_have_count(1)


def test_readers_get_no_script_of_it(site, browser):
    reader = browser.new_context().new_page()
    reader.goto(f"{site[0]}/news/region-accent/")

    assert reader.get_by_text("Votes in Ancash").is_visible()
    assert "content-checks" not in reader.content()
    assert "userbar" not in reader.content()
