from wagtail.search.management.commands import update_index

from search.entries import rebuild


class Command(update_index.Command):
    help = (
        "Index everything anew, for editors and for readers. Safe to run at any time."
    )

    def handle(self, **options):
        if not options["schema_only"]:
            rebuild()
        super().handle(**options)
