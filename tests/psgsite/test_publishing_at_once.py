"""Two runs of the job that publishes, at the same time."""

import os
import subprocess
import sys
from datetime import timedelta
from sqlite3 import connect
from threading import Thread
from urllib.parse import urlsplit

import pytest
from django.db import connection
from django.utils import timezone
from wagtail.models import PageLogEntry
from wagtail.signals import page_published

from news.models import ArticlePage
from psgsite.schedule.job import publish_due
from tests import factories

# Processes see only what is committed; what the migrations made is put back for each.
pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

ARTICLES = 8


@pytest.fixture(scope="module", autouse=True)
def put_back(django_db_setup, django_db_blocker):
    """Leave behind what the migrations made, for whichever tests come after these."""
    yield
    with django_db_blocker.unblock():
        connection.creation.deserialize_db_from_string(
            connection._test_serialized_contents
        )


def make_due(news, count):
    """Add articles whose time has come."""
    for n in range(count):
        article = factories.article(news, title=f"Story {n}", live=False)
        article.go_live_at = timezone.now() + timedelta(hours=1)
        revision = article.save_revision()
        revision.publish()
        past = timezone.now() - timedelta(minutes=1)
        revision.content["go_live_at"] = past.isoformat()
        revision.approved_go_live_at = past
        revision.save()


@pytest.fixture
def environment(news, tmp_path):
    """What a process of its own needs to work on the database of this test."""
    make_due(news, ARTICLES)
    if connection.vendor == "sqlite":
        # The tests' database is in memory: this is a copy that processes can share.
        address = f"sqlite:///{tmp_path / 'db.sqlite3'}"
        with connect(tmp_path / "db.sqlite3") as copy:
            connection.connection.backup(copy)
    else:
        server = urlsplit(os.environ["DATABASE_URL"])
        address = server._replace(path=f"/{connection.settings_dict['NAME']}").geturl()
    return os.environ | {
        "DEBUG": "1",
        "DATA_DIR": str(tmp_path),
        "DATABASE_URL": address,
    }


def test_two_processes_publish_each_page_once(environment, tmp_path):
    command = [sys.executable, "manage.py", "publish_scheduled"]
    runs = [
        subprocess.Popen(
            command,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]

    said = [run.communicate(timeout=300) for run in runs]

    assert [run.returncode for run in runs] == [0, 0], said
    lines = "".join(out for out, _ in said).splitlines()
    done = [line for line in lines if line.endswith(" published")]
    assert len(done) == len(set(done)) == ARTICLES, said
    assert logged(tmp_path) == ARTICLES


def logged(folder):
    """How often something was published on schedule, in the database of the processes."""
    if connection.vendor == "sqlite":
        query = (
            "SELECT count(*) FROM wagtailcore_pagelogentry "
            "WHERE action = 'wagtail.publish.scheduled'"
        )
        return connect(folder / "db.sqlite3").execute(query).fetchone()[0]
    return PageLogEntry.objects.filter(action="wagtail.publish.scheduled").count()


@pytest.mark.skipif(
    connection.vendor == "sqlite", reason="locks the whole database instead"
)
def test_a_second_run_leaves_alone_what_the_first_is_at(news):
    make_due(news, 1)
    reports = []

    def run():
        try:
            reports.append(publish_due())
        finally:
            connection.close()

    def run_meanwhile(**kwargs):
        thread = Thread(target=run)
        thread.start()
        thread.join(60)

    page_published.connect(run_meanwhile)
    try:
        reports.append(publish_due())
    finally:
        page_published.disconnect(run_meanwhile)

    second, first = reports
    assert second.done[0].endswith("is left to another run, which is at it")
    assert first.done[0].endswith(" published")
    assert not first.failed + second.failed
    assert ArticlePage.objects.live().count() == 1
