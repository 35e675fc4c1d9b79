"""Processes that are killed in the middle, or work side by side, send nobody a mail twice.

Real processes of their own, on a copy of the database (SQLite) or on the same (PostgreSQL).
"""

import os
import secrets
import signal
import sqlite3
import subprocess
import sys
from urllib.parse import urlsplit

import pytest
from django.conf import settings as site_settings
from django.db import connection

from news.digest.sending import send_to_all
from tests import factories

# As in test_publishing_at_once.py: alone in its file, so that it is run last.
pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

COUNT = 12


def database(folder):
    """The address of the test's database, for another process."""
    if connection.vendor == "sqlite":
        file = folder / "copy.sqlite3"
        with sqlite3.connect(file) as copy:
            connection.connection.backup(copy)
        return f"sqlite:///{file}"
    address = urlsplit(site_settings.DATABASE_URL)
    return address._replace(path=f"/{connection.settings_dict['NAME']}").geturl()


@pytest.fixture
def begin(settings, digest, server, tmp_path):
    """Start a process that sends what waits."""
    dummy = {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}
    settings.TASKS = settings.TASKS | {"background": dummy}
    for n in range(COUNT):
        factories.subscriber(f"reader{n}@example.org")
    send_to_all(digest, None)
    environment = {
        "PATH": os.environ["PATH"],
        "DATABASE_URL": database(tmp_path),
        "DATA_DIR": str(tmp_path),
        "SECRET_KEY": secrets.token_urlsafe(64),
        "ENCRYPTION_KEYS": site_settings.ENCRYPTION_KEYS[0],
        "EMAIL_HOST": "127.0.0.1",
        "EMAIL_PORT": str(server.port),
    }

    def start():
        return subprocess.Popen(
            [sys.executable, "manage.py", "send_digests"],
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
        )

    return start


def test_after_a_kill_the_rest_get_theirs_and_nobody_two(begin, server):
    take = server.receive
    processes = []

    def kill_at_the_fifth(mail):
        answer = take(mail)
        if len(server.mails) == 5:
            processes[0].kill()
            processes[0].wait()
        return answer

    server.receive = kill_at_the_fifth
    processes.append(begin())
    code = processes[0].wait(60)
    before = len(server.mails)
    report, _ = begin().communicate(timeout=60)
    again, _ = begin().communicate(timeout=60)

    got = [mail["To"] for mail in server.mails]
    assert (code, before) == (-signal.SIGKILL, 5)
    assert sorted(got) == sorted(f"reader{n}@example.org" for n in range(COUNT))
    assert "7 sent now, 0 waiting, 0 refused, 1 not known" in report
    assert again == ""


def test_two_at_once_send_each_mail_once(begin, server):
    first, second = begin(), begin()
    reports = [first.communicate(timeout=60)[0], second.communicate(timeout=60)[0]]

    got = [mail["To"] for mail in server.mails]
    assert sorted(got) == sorted(f"reader{n}@example.org" for n in range(COUNT))
    assert (first.returncode, second.returncode) == (0, 0)
    assert any("0 waiting, 0 refused, 0 not known" in report for report in reports)
