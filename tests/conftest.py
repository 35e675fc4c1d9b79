"""What every test may ask for. ``tests/factories.py`` makes the data."""

import os
import warnings
from contextlib import contextmanager

import pytest
from django.core.cache import cache
from django.db import connections, transaction
from django_tasks.signals import task_finished

from home.models import HomePage
from news.models import NewsIndexPage
from psgsite.addresses import notebook
from tests import factories, smtp_server

# Playwright leaves its loop running in the process, and the tests after it use the database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"


def pytest_collection_modifyitems(items):
    """Begin with what takes long, so that no process works at it alone at the end."""
    items.sort(key=lambda item: (item.get_closest_marker("slow") is None, clears(item)))


def clears(item):
    """Whether a test leaves an empty database, so that all others must come before it."""
    database = item.get_closest_marker("django_db")
    return bool(database) and database.kwargs.get("transaction", False)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup):
    """Let every connection know what a new database has in it.

    ``serialized_rollback`` looks there, and Playwright's loop has connections of its own.
    """
    database = connections["default"]
    if content := getattr(database, "_test_serialized_contents", None):
        type(database)._test_serialized_contents = content


@pytest.fixture(autouse=True)
def own_storage(settings, tmp_path):
    """Each test has its own data, uploads and an empty cache."""
    settings.DATA_DIR = tmp_path
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    }
    cache.clear()
    notebook.recent.clear()


@pytest.fixture(autouse=True)
def quick_passwords(settings):
    """What makes a password slow to guess makes a test slow to sign in."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def no_failed_tasks():
    """A background task that fails does so in silence, so each test listens."""
    failed = []

    def listen(sender, task_result, **kwargs):
        if task_result.errors:
            failed.append(task_result)

    task_finished.connect(listen)
    yield
    task_finished.disconnect(listen)
    assert not failed, failed[0].errors[0].traceback


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """With this, what waits for the end of the transaction happens in a test."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def server(settings):
    """A mail server on this machine, which the site sends to as in production."""
    with smtp_server.running() as running:
        settings.EMAIL_BACKEND = "psgsite.mail.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", running.port
        yield running


@pytest.fixture(scope="session")
def undone(django_db_setup, django_db_blocker):
    """``with undone(): ...`` makes what several tests begin with, and takes it away at last.

    What a test changes is rolled back to this.
    """

    @contextmanager
    def make_and_undo():
        with django_db_blocker.unblock(), transaction.atomic():
            yield
            transaction.set_rollback(True)

    return make_and_undo


@pytest.fixture(scope="module")
def start(request, undone):
    """A home page, for the tests of one file."""
    if clears(request.node):
        yield
    else:
        with undone():
            factories.home_page()
            yield


@pytest.fixture
def home(start, db) -> HomePage:
    """A site with a home page and nothing else."""
    return HomePage.objects.first() or factories.home_page()


@pytest.fixture
def news(home) -> NewsIndexPage:
    """The news section of that site, without articles."""
    return factories.page(home, NewsIndexPage, title="News", slug="news")


def skip_loudly(what, install):
    """Skip a test for want of ``what``; where CI is set, fail instead."""
    message = f"{what} is missing, so this was NOT tested. Install it with: {install}"
    if os.environ.get("CI"):
        pytest.fail(message)
    warnings.warn(message, stacklevel=2)
    pytest.skip(message)
