import logging
import time
from threading import Thread

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection

from psgsite.schedule.job import publish_due

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = (
        "Print how to sign in and serve the site on this machine, in one process so that "
        "it starts soon; what is scheduled is published too. Use runserver to have changes "
        "to the code picked up."
    )

    def add_arguments(self, parser):
        parser.add_argument("address", nargs="?", default="127.0.0.1:8000")

    def handle(self, *, address, **options):
        call_command("first_sign_in", stdout=self.stdout)
        Thread(target=publish_every_minute, daemon=True).start()
        call_command("runserver", address, use_reloader=False, skip_checks=True)


def publish_every_minute():
    """As the scheduler does in production; it ends with the process."""
    while True:
        try:
            publish_due()
        except Exception:  # the next minute tries again
            logger.exception("publishing on schedule failed")
        connection.close()
        time.sleep(60)
