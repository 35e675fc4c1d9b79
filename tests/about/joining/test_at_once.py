"""The same form arrives several times at the same moment."""

from threading import Barrier, Thread

import pytest
from django.db import connection, connections
from django.test import Client

from about.joining.models import Enquiry, Network
from tests.about.joining.filling_in import filled

# Alone in its file, so that it is run last.
pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

TIMES = 4


@pytest.mark.skipif(
    connection.vendor == "sqlite",
    reason="the test's database is in memory; on disk, one waits for the other",
)
def test_it_is_kept_once_and_mailed_once(join, mailoutbox):
    answers = []
    together = Barrier(TIMES)
    data = filled()

    def click():
        together.wait(30)
        try:
            response = Client().post("/join/", data, REMOTE_ADDR="192.0.2.7")
            answers.append(response.status_code)
        finally:
            connections.close_all()

    threads = [Thread(target=click) for _ in range(TIMES)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)

    assert answers == [303] * TIMES
    assert Enquiry.objects.count() == 1
    assert len(mailoutbox) == 2
    assert Network.objects.get().count == TIMES
