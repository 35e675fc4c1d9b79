"""Two processes that send what waits, at the same time."""

import os
import subprocess
import sys
from collections import Counter
from contextlib import suppress
from threading import Barrier, BrokenBarrierError
from urllib.parse import urlsplit

import pytest
from django.conf import settings as site_settings
from django.db import connection

from psgsite.outbox.models import OutgoingMail
from tests import smtp_server
from tests.production import production_settings
from tests.psgsite.outbox import written

# As in test_publishing_at_once.py: alone in its file, so that it is run last.
pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

SEND = "from psgsite.outbox.sending import send_due; print(send_due()['sent'])"


def address_of_database(folder):
    """An address by which another process reaches what this test has stored."""
    if connection.vendor == "sqlite":
        copy = folder / "db.sqlite3"
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(copy)])
        return f"sqlite:///{copy}"
    name = connection.settings_dict["NAME"]
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()


def start(tmp_path, port, database):
    environment = production_settings() | {
        "ENCRYPTION_KEYS": site_settings.ENCRYPTION_KEYS[0],
        "DATABASE_URL": database,
        "DATA_DIR": str(tmp_path),
        "EMAIL_HOST": "127.0.0.1",
        "EMAIL_PORT": str(port),
    }
    return subprocess.Popen(
        [sys.executable, "manage.py", "shell", "--verbosity=0", "--command", SEND],
        env=os.environ | environment,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_each_mail_is_sent_by_one_of_them(tmp_path):
    for number in range(20):
        mail = written(f"{number}@example.org")
        message = {"subject": mail.subject, "body": mail.body, "to": mail.to}
        OutgoingMail.objects.create(about=str(number), message=message)
    # The first two mails are on their way together.
    both = Barrier(2, timeout=60)

    def wait_for_the_other():
        with suppress(BrokenBarrierError):
            both.wait(60 if len(server.mails) < 2 else 0.02)

    with smtp_server.running() as server:
        server.before_greeting = wait_for_the_other
        database = address_of_database(tmp_path)
        processes = [start(tmp_path, server.port, database) for _ in range(2)]
        sent = [int(process.communicate(timeout=120)[0]) for process in processes]

    assert sum(sent) == 20
    assert min(sent) > 0
    arrived = Counter(mail["To"] for mail in server.mails)
    assert arrived == {f"{number}@example.org": 1 for number in range(20)}
