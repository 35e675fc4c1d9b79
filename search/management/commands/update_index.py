from wagtail.search.management.commands import update_index

from search.entries import rebuild

AT_ONCE = 4000  # pages; on PostgreSQL each time takes longer, the more are indexed


class Command(update_index.Command):
    help = (
        "Index everything anew, for editors and for readers. Safe to run at any time."
    )

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.set_defaults(chunk_size=AT_ONCE)

    def handle(self, **options):
        if not options["schema_only"]:
            rebuild()
        super().handle(**options)
