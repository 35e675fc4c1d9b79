from datetime import timedelta

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from psgsite.addresses.models import KEPT_DAYS, MissingAddress
from psgsite.addresses.notebook import collect


class Command(BaseCommand):
    help = (
        "Delete addresses that led nowhere and that nobody asked for lately, or that lead "
        "somewhere by now. Safe to run again."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--older-than",
            type=int,
            default=KEPT_DAYS,
            metavar="DAYS",
            help="Keep what was asked for within this many days (default: %(default)s).",
        )

    def handle(self, *, older_than, **options):
        if older_than < 0:
            raise CommandError("--older-than is less than 0: give a number of days.")
        collect()
        before = timezone.now() - timedelta(days=older_than)
        old, _ = MissingAddress.objects.filter(last_asked__lt=before).delete()
        answered, _ = MissingAddress.objects.wanted().answered().delete()
        self.stdout.write(f"Forgotten: {old} old addresses, {answered} that lead on.")
