from datetime import timedelta

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from search.figures.counting import forget


class Command(BaseCommand):
    help = "Delete what was kept of readers' searches long ago. Safe to run again."

    def add_arguments(self, parser):
        parser.add_argument(
            "--older-than",
            type=int,
            default=settings.SEARCHES_KEPT_DAYS,
            metavar="DAYS",
            help="Keep this many days before today (default: %(default)s).",
        )

    def handle(self, *, older_than, **options):
        if older_than < 0:
            raise CommandError("--older-than is less than 0: give a number of days.")
        forgotten = forget(before=timezone.localdate() - timedelta(days=older_than))
        counts = ", ".join(f"{count} {name}" for name, count in forgotten.items())
        self.stdout.write(f"Forgotten: {counts}.")
