"""A real browser, and the site as ``make run`` serves it, with its sample content."""

import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
from collections import namedtuple
from contextlib import closing, contextmanager
from urllib.request import urlopen

import pytest

from tests.browser.awkward_articles import awkward_articles
from tests.browser.signing_in import printed_password
from tests.conftest import skip_loudly
from tests.production import production_settings

Site = namedtuple("Site", "url password")

# Keeps Chromium from calling home, and lets it run as root in a container.
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
]


@pytest.fixture(scope="session")
def browser_type_launch_args():
    names = ("chromium", "chromium-browser", "google-chrome")
    found = [path for name in names if (path := shutil.which(name))]
    if not found:
        skip_loudly("Chromium", "apt-get install chromium")
    return {"executable_path": found[0], "args": QUIET}


@pytest.fixture(autouse=True)
def no_page_left_open(browser):
    """Pages that nobody looks at any more go on working, and slow the next test down."""
    yield
    for context in browser.contexts:
        context.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """A new site of its own, as ``make run`` serves it, until the tests have ended."""
    folder = tmp_path_factory.mktemp("site")
    with serve(folder, {"DEBUG": "1"}, ["manage.py", "run"]) as (url, log):
        yield Site(url, printed_password(log))


@pytest.fixture(scope="session")
def production(tmp_path_factory):
    """The address of a new site that is served as in production."""
    folder = tmp_path_factory.mktemp("production")
    settings = production_settings()
    with serve(folder, settings, ["-m", "gunicorn", "--bind"]) as (url, _):
        yield url


@pytest.fixture(scope="session")
def archive(tmp_path_factory):
    """The address of a site with the 2,000 articles of ``awkward_articles``."""
    folder = tmp_path_factory.mktemp("archive")
    articles = folder / "articles.jsonl"
    articles.write_text("\n".join(map(json.dumps, awkward_articles(2000))))
    settings = {"DEBUG": "1"}
    more = [["import_articles", str(articles)]]
    with serve(folder, settings, ["manage.py", "run"], more) as (url, _):
        yield url


@pytest.fixture(scope="session")
def showcase(tmp_path_factory):
    """The address of a site with something of everything, served as in production."""
    fill = ["shell", "--command", "from tests.browser.showcase import fill; fill()"]
    settings = production_settings()
    server = ["-m", "gunicorn", "--bind"]
    folder = tmp_path_factory.mktemp("showcase")
    with serve(folder, settings, server, [fill]) as (url, _):
        yield url


@contextmanager
def serve(folder, settings, server, more_commands=()):
    """Set a site up in ``folder``, and serve it until the block has ended."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"127.0.0.1:{port}"
    copy_new_site(folder, port)
    environment = environment_of(folder, settings, f"http://{address}")
    for command in more_commands:
        manage([*command, "--verbosity", "0"], environment)
    log = folder / "log"
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, *server, address],
            env=environment,
            stdout=output,
            stderr=output,
        )
    try:
        wait_for(f"http://{address}/healthz")
        yield f"http://{address}", log
    finally:
        process.terminate()
        process.wait(30)


def environment_of(folder, settings, url="http://127.0.0.1"):
    """What the commands of a site are told that is in ``folder`` and served at ``url``."""
    own = {"DATA_DIR": str(folder), "BASE_URL": url, "DATABASE_URL": ""}
    return os.environ | own | {"PYTHONUNBUFFERED": "1"} | settings


def manage(command, environment):
    """Run a command of ``manage.py``, and return what it printed."""
    return subprocess.run(
        [sys.executable, "manage.py", *command],
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    ).stdout


def copy_new_site(folder, port):
    """Put a site as ``setup_site`` makes it into ``folder``."""
    # Where several processes run tests, each has a folder within that of the run.
    own = folder.parent
    root = own.parent if own.name.startswith("popen-") else own
    shutil.copytree(new_site(root), folder, dirs_exist_ok=True)
    with closing(sqlite3.connect(folder / "db.sqlite3")) as database, database:
        database.execute("UPDATE wagtailcore_site SET port = ?", [port])


def new_site(root):
    """The folder of a new site, which one process of a run of tests makes for all."""
    made = root / "new-site"
    try:
        made.mkdir()
    except FileExistsError:
        while not (made / "ready").exists():
            time.sleep(0.3)
        return made
    environment = environment_of(made, {"DEBUG": "1"})
    for command in ("migrate", "setup_site"):
        manage([command, "--verbosity", "0"], environment)
    production = production_settings()
    manage(["collectstatic", "--noinput"], environment_of(made, production))
    (made / "ready").touch()
    return made


def wait_for(url):
    for _ in range(100):
        try:
            return urlopen(url, timeout=2)
        except OSError:
            time.sleep(0.3)
    raise TimeoutError(f"Nothing answers at {url}")
