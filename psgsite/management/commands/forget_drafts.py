from datetime import timedelta

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from psgsite.drafts.keeping import forget

KEPT_DAYS = 90


class Command(BaseCommand):
    help = (
        "Delete old versions of pages that were neither published nor submitted, and "
        "links to drafts that ended. Safe to run again."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--older-than",
            type=int,
            default=KEPT_DAYS,
            metavar="DAYS",
            help="Keep this many days before now (default: %(default)s).",
        )

    def handle(self, *, older_than, **options):
        if older_than < 0:
            raise CommandError("--older-than is less than 0: give a number of days.")
        forgotten = forget(before=timezone.now() - timedelta(days=older_than))
        counts = ", ".join(f"{count} {name}" for name, count in forgotten.items())
        self.stdout.write(f"Forgotten: {counts}.")
