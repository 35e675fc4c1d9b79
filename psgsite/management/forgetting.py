"""What all commands have in common that delete what has been kept long enough."""

from datetime import timedelta

from django.core.management.base import BaseCommand, CommandError


class ForgettingCommand(BaseCommand):
    """Takes ``--older-than DAYS``. Subclasses set ``kept_days`` and write ``forget()``."""

    kept_days: int

    def add_arguments(self, parser):
        parser.add_argument(
            "--older-than",
            type=int,
            default=self.kept_days,
            metavar="DAYS",
            help="Keep what is of the last so many days (default: %(default)s).",
        )

    def handle(self, *, older_than, **options):
        if older_than < 0:
            raise CommandError("--older-than is less than 0: give a number of days.")
        self.stdout.write(self.forget(timedelta(days=older_than)))

    def forget(self, age: timedelta) -> str:
        """Delete what is older, and say what that was."""
        raise NotImplementedError
