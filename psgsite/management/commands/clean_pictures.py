from django.core.management.base import BaseCommand

from psgsite.models import Image, Rendition
from psgsite.uploads.cleaning import (
    clean_original,
    cleaned_content,
    forgotten_uploads,
)


class Command(BaseCommand):
    help = (
        "Take out of pictures uploaded earlier what tells where, when and with what they "
        "were made, and throw away sizes that still tell it. Safe to run again."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--dry-run", action="store_true", help="Report; change nothing."
        )

    def handle(self, *, dry_run, **options):
        self.dry_run = dry_run
        cleaned = sum(map(self.clean, Image.objects.order_by("pk").iterator()))
        thrown_away = sum(map(self.throw_away, Rendition.objects.iterator()))
        forgotten = forgotten_uploads()
        if not dry_run:
            for upload in forgotten:
                upload.file.delete(save=False)
                upload.delete()
        self.stdout.write(
            f"{cleaned} originals cleaned, {thrown_away} other sizes thrown away, "
            f"{len(forgotten)} forgotten uploads deleted"
            + (" (a dry run: nothing was changed)" if dry_run else "")
        )

    def clean(self, image):
        """Whether the picture had to be cleaned."""
        content = self.read(image.file, f"{image.pk} “{image}”")
        if content and not self.dry_run:
            clean_original(image, content)
        return bool(content)

    def throw_away(self, size):
        if not self.read(size.file, size.file.name):
            return False
        if not self.dry_run:
            size.delete()
        return True

    def read(self, stored, name):
        try:
            return cleaned_content(stored)
        except OSError as error:
            self.stderr.write(
                f"{name}: the file can't be read ({error}). Upload it again."
            )
            return None
