"""Reading without a connection: what was read comes back, and nothing else was kept."""

import os
import signal
import subprocess
import sys
import time
from collections import namedtuple
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import serve
from tests.browser.signing_in import sign_in
from tests.production import production_settings

pytestmark = pytest.mark.any_database

# A busy machine takes its time.
expect.set_options(timeout=20_000)

READ = "/news/regional-elections-in-puno/"
UNREAD = "/historical-overview/"

# What the worker keeps of pages and images: a list of paths.
KEPT = """async () => {
  const caching = ["pages", "images"].map((name) => caches.open(name));
  const keys = await Promise.all((await Promise.all(caching)).map((cache) => cache.keys()));
  return keys.flat().map(({ url }) => url.replace(location.origin, ""));
}"""


Site = namedtuple("Site", "url environment pid")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A site as in production, in which files have hashed names, and its environment."""
    folder = tmp_path_factory.mktemp("offline")
    settings = production_settings()
    environment = os.environ | settings | {"DATA_DIR": str(folder), "DATABASE_URL": ""}
    pid = folder / "pid"
    server = ["-m", "gunicorn", "--pid", str(pid), "--bind"]
    with serve(folder, settings, server) as (url, _):
        yield Site(url, environment, pid)


@pytest.fixture
def reader(browser):
    reader = browser.new_context().new_page()
    reader.set_default_timeout(20_000)
    yield reader
    reader.context.close()


def visit(reader, url):
    """Open a page, and wait until the worker is there and has kept what it may."""
    answer = reader.goto(url)
    reader.evaluate("navigator.serviceWorker.ready")
    reader.wait_for_function("navigator.serviceWorker.controller !== null")
    return answer


def wait_until(is_so):
    for _ in range(100):
        if is_so():
            return
        time.sleep(0.2)
    raise TimeoutError


def wait_until_kept(reader, path):
    wait_until(lambda: path in reader.evaluate(KEPT))


def expect_article(reader):
    heading = reader.get_by_role("heading", level=1)
    expect(heading).to_have_text("Regional elections in Puno")


def test_what_was_read_comes_back_without_a_connection(site, reader):
    visit(reader, site.url + READ)
    wait_until_kept(reader, READ)
    wait_until_kept(reader, "/")
    paper = "getComputedStyle(document.body).backgroundColor"
    online = reader.evaluate(paper)

    reader.context.set_offline(True)
    reader.goto(site.url + READ)
    expect_article(reader)
    assert reader.evaluate(paper) == online != "rgba(0, 0, 0, 0)"
    reader.goto(site.url)
    expect(reader.get_by_role("link", name="All news").first).to_be_visible()


def test_a_page_that_was_not_read_gives_way_to_a_list_of_those_that_were(site, reader):
    visit(reader, site.url + READ)
    wait_until_kept(reader, READ)

    reader.context.set_offline(True)
    reader.goto(site.url + UNREAD)
    expect(reader.get_by_role("heading", level=1)).to_have_text("No connection")
    reader.get_by_role("link", name="Regional elections in Puno").click()

    expect(reader).to_have_url(site.url + READ)
    expect_article(reader)


def test_trying_again_brings_the_page_that_was_asked_for(site, reader):
    visit(reader, site.url + READ)
    reader.context.set_offline(True)
    reader.goto(site.url + UNREAD)

    reader.context.set_offline(False)
    reader.get_by_role("link", name="Try again").click()

    expect(reader.get_by_role("heading", level=1)).not_to_have_text("No connection")
    expect(reader).to_have_url(site.url + UNREAD)


def test_without_a_script_the_page_for_no_connection_still_makes_sense(site, browser):
    reader = browser.new_context(java_script_enabled=False).new_page()
    reader.goto(f"{site.url}/offline/")

    expect(reader.get_by_role("link", name="Try again")).to_be_visible()
    expect(reader.get_by_text("What you can read now")).to_be_hidden()


def test_search_results_and_missing_pages_are_not_kept(site, reader):
    visit(reader, f"{site.url}/search/?query=elections")
    reader.goto(f"{site.url}/nothing-here/")
    reader.goto(f"{site.url}/search/?query=puno")
    reader.goto(site.url + READ)
    wait_until_kept(reader, READ)

    assert sorted(reader.evaluate(KEPT)) == ["/", READ]


def test_the_last_thirty_pages_are_kept(site, reader):
    visit(reader, site.url + READ)
    wait_until_kept(reader, READ)
    for number in range(30):
        reader.goto(f"{site.url}/about/?number={number}")
    wait_until_kept(reader, "/about/?number=29")

    wait_until(lambda: len(reader.evaluate(KEPT)) == 30)
    kept = reader.evaluate(KEPT)
    assert "/about/?number=0" in kept
    assert READ not in kept


@pytest.fixture
def administrator(site, reader):
    """Someone who has signed in, and whose browser has the worker."""
    visit(reader, site.url)
    reader.goto(f"{site.url}/admin/")
    run_on(
        site,
        "from psgsite.models import User\n"
        "User.objects.create_superuser('keeper', None, 'a long password')",
    )
    sign_in(reader, "keeper")
    expect(reader).to_have_url(f"{site.url}/admin/")
    return reader


def run_on(site, code):
    """Run ``code`` as the site would."""
    return subprocess.run(
        [sys.executable, "manage.py", "shell", "--verbosity", "0", "-c", code],
        env=site.environment,
        check=True,
        capture_output=True,
        text=True,
    ).stdout


def test_nothing_is_kept_of_what_an_administrator_sees(site, administrator):
    number = run_on(
        site,
        "from news.models import *\n"
        "from wagtail.models import PageViewRestriction\n"
        "news = NewsIndexPage.objects.get()\n"
        "private = news.add_child(instance=ArticlePage(title='Kept in', slug='kept-in'))\n"
        "PageViewRestriction.objects.create(page=private, restriction_type='login')\n"
        "draft = news.add_child("
        "instance=ArticlePage(title='Draft', slug='draft', live=False))\n"
        "draft.save_revision()\n"
        "print(draft.pk)",
    ).split()[-1]
    pages = f"{site.url}/admin/pages/{number}"

    shown = [
        administrator.goto(address).status
        for address in (
            f"{pages}/edit/",
            f"{pages}/view_draft/",
            f"{site.url}/news/kept-in/",
            f"{site.url}/search/?query=kept",
            f"{site.url}/about/",
        )
    ]

    assert shown == [200] * 5
    # Home was kept before there was a session, as anyone sees it.
    assert administrator.evaluate(KEPT) == ["/"]


def test_a_page_that_is_withdrawn_is_dropped_when_it_is_next_asked_for(site, reader):
    run_on(
        site,
        "from news.models import *\n"
        "news = NewsIndexPage.objects.get()\n"
        "news.add_child(instance=ArticlePage(title='Dropped', slug='dropped'))",
    )
    visit(reader, f"{site.url}/news/dropped/")
    wait_until_kept(reader, "/news/dropped/")

    run_on(
        site,
        "from news.models import *\n"
        "ArticlePage.objects.get(slug='dropped').withdraw('Wrong.', user=None)",
    )
    assert reader.goto(f"{site.url}/news/dropped/").status == 410
    wait_until(lambda: "/news/dropped/" not in reader.evaluate(KEPT))


def test_a_page_that_is_withdrawn_is_dropped_under_every_query(site, reader):
    """A link that was shared has a mark of its own, and each was kept for itself."""
    add = "news.add_child(instance=ArticlePage(title='Marked', slug='marked'))"
    news = "from news.models import *\nnews = NewsIndexPage.objects.get()\n"
    run_on(site, news + add)
    plain, marked = "/news/marked/", "/news/marked/?utm_source=letter"
    visit(reader, site.url + plain)
    wait_until_kept(reader, plain)
    reader.goto(site.url + marked)
    wait_until_kept(reader, marked)
    # Each is kept for itself: asking for one again leaves the other.
    reader.goto(site.url + plain)
    reader.goto(site.url + READ)
    wait_until_kept(reader, READ)
    assert {plain, marked, READ} <= set(reader.evaluate(KEPT))

    run_on(
        site,
        f"{news}ArticlePage.objects.get(slug='marked').withdraw('Wrong.', user=None)",
    )
    assert reader.goto(site.url + plain).status == 410

    wait_until(lambda: not {plain, marked} & set(reader.evaluate(KEPT)))
    assert READ in reader.evaluate(KEPT)


def test_an_image_that_is_opened_by_itself_is_not_among_the_pages(site, reader):
    image = run_on(
        site,
        "from tests import factories\n"
        "print(factories.image().get_rendition('width-100').url)",
    ).split()[-1]
    visit(reader, site.url)

    answer = reader.goto(site.url + image)
    reader.goto(site.url + READ)
    wait_until_kept(reader, READ)

    assert answer.headers["content-type"] == "image/jpeg"
    assert answer.headers["x-offline"] == "keep"
    assert sorted(reader.evaluate(KEPT)) == ["/", READ]


@contextmanager
def paused(site):
    """The server takes requests and answers none."""
    server = site.pid.read_text().strip()
    workers = Path(f"/proc/{server}/task/{server}/children").read_text().split()
    for worker in workers:
        os.kill(int(worker), signal.SIGSTOP)
    yield
    for worker in workers:
        os.kill(int(worker), signal.SIGCONT)


def test_a_kept_page_stands_in_for_one_that_does_not_come(site, reader):
    """The line is there but nothing passes: after four seconds the copy is shown."""
    visit(reader, site.url + READ)
    wait_until_kept(reader, READ)
    with paused(site):
        reader.goto(site.url + READ, wait_until="commit", timeout=15_000)

    expect_article(reader)
