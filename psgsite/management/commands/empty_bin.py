from datetime import timedelta

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from psgsite.models import BinnedPage


class Command(BaseCommand):
    help = "Delete for good what lies in the bin for long. Safe to run again."

    def add_arguments(self, parser):
        parser.add_argument(
            "--older-than",
            type=int,
            default=settings.BIN_KEPT_DAYS,
            metavar="DAYS",
            help="Keep what was deleted in this many days (default: %(default)s).",
        )

    def handle(self, *, older_than, **options):
        if older_than < 0:
            raise CommandError("--older-than is less than 0: give a number of days.")
        before = timezone.now() - timedelta(days=older_than)
        count, _ = BinnedPage.objects.filter(deleted_at__lt=before).delete()
        self.stdout.write(f"Deleted for good: {count} pages.")
