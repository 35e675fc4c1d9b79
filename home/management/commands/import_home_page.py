from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from home.old_home_page import OldPageError, decode, read_old_page
from home.old_page_import import import_entries


class Command(BaseCommand):
    help = (
        "Bring in the text of the old site's home page. Safe to run again: what is there "
        "already, and what an editor has changed, is left alone."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--dry-run", action="store_true", help="Report; change nothing."
        )

    @transaction.atomic
    def handle(self, *, file, dry_run, **options):
        try:
            entries, unread = read_old_page(decode(file.read_bytes()))
            report = import_entries(entries)
        except OSError as error:
            raise CommandError(
                f"{file}: {error.strerror}; give the file's path"
            ) from error
        except OldPageError as error:
            problems = "\n".join(f"{file.name}: {text}" for text in error.problems)
            raise CommandError(f"{problems}\nNothing was imported.") from error
        transaction.set_rollback(dry_run)
        report.unread += [(line.number, line.text) for line in unread]
        self.show(report, dry_run=dry_run)

    def show(self, report, *, dry_run):
        kinds = {
            "created": report.created,
            "updated": report.updated,
            "left alone": report.left_alone,
            "could not read": sorted(report.unread),
        }
        for kind, found in kinds.items():
            for line, title in found:
                self.stdout.write(f"line {line}: {kind}: {title}")
        counts = ", ".join(f"{len(found)} {kind}" for kind, found in kinds.items())
        self.stdout.write(
            counts + ("; nothing was written (--dry-run)" if dry_run else "")
        )
