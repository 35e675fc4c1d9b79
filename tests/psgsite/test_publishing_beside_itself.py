"""A run of the job that publishes, while another is at the same page."""

from threading import Thread

import pytest
from django.db import connection
from wagtail.signals import page_published

from news.models import ArticlePage
from psgsite.schedule.job import publish_due
from tests.psgsite.due_articles import make_due

# As in test_publishing_at_once.py: alone in its file, so that it is run last.
pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


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
