"""Two runs of the job that publishes, at the same time."""

import os
import subprocess
import sys
from sqlite3 import connect
from urllib.parse import urlsplit

import pytest
from django.db import connection
from wagtail.models import PageLogEntry

from tests.psgsite.due_articles import make_due

# Processes see only what is committed; what the migrations made is put back before. A file
# with one such test is the last that a process runs, so nothing misses it afterwards.
pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

ARTICLES = 8


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
