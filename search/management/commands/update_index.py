from wagtail.search.management.commands import update_index

from search.entries import rebuild


class Command(update_index.Command):
    help = (
        "Index everything anew, for editors and for readers. Safe to run at any time."
    )

    def handle(self, *, schema_only, **options):
        if not schema_only:
            rebuild()
        super().handle(schema_only=schema_only, **options)
