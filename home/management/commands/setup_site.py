from django.core.management.base import BaseCommand

from home.site_setup import set_up_site


class Command(BaseCommand):
    help = "Add the pages, groups and settings that are missing. Safe to run again."

    def add_arguments(self, parser):
        parser.add_argument(
            "--no-content",
            action="store_true",
            help="Leave the new pages empty: for a real site that brings its own text.",
        )

    def handle(self, *, no_content, **options):
        added = set_up_site(with_content=not no_content)
        for line in added:
            self.stdout.write(f"added {line}")
        if not added:
            self.stdout.write("Nothing was missing.")
