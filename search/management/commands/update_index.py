import gc
from contextlib import contextmanager
from multiprocessing import get_context

from django.core.management.base import CommandError
from django.db import connection, connections
from wagtail.search.management.commands import update_index
from wagtail.search.models import IndexEntry

from psgsite.pages import BasePage
from search.models import Entry
from search.rebuilding import rebuild

CHUNK_SIZE = 1000  # of what is not published, which is little
PROCESSES = 2  # as a small server has
INCOMPLETE = (
    "Not everything was indexed: {}. Run update_index again once that is mended; it goes "
    "on from there."
)


class Command(update_index.Command):
    help = "Put the index right, for editors and for readers. Safe to run at any time."

    def handle(self, **options):
        with collecting_seldom():
            if not options["schema_only"]:
                try:
                    index_what_is_published()
                except Exception as error:
                    raise CommandError(INCOMPLETE.format(error)) from error
            give_room()
            super().handle(**options)
            clear_up()

    def queryset_chunks(self, qs, chunk_size=CHUNK_SIZE):
        # What is published is indexed by now.
        if qs.model is Entry:
            return iter(())
        if issubclass(qs.model, BasePage):
            qs = qs.filter(live=False)
        return super().queryset_chunks(qs, chunk_size)


def index_what_is_published():
    """Rebuild the index, on PostgreSQL in several processes."""
    if connection.vendor == "sqlite" or connection.in_atomic_block:
        rebuild()
        return
    connections.close_all()  # for processes can't share them
    with get_context("fork").Pool(PROCESSES) as pool:
        rebuild(pool.imap_unordered)


def give_room():
    """Let PostgreSQL hold all keys in memory, or it compares each with each for minutes."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET work_mem = '64MB'")


def clear_up():
    """Let PostgreSQL sort in what is new, which else each search has to read through."""
    if connection.vendor == "postgresql" and not connection.in_atomic_block:
        tables = ", ".join(model._meta.db_table for model in (IndexEntry, Entry))
        with connection.cursor() as cursor:
            cursor.execute(f"VACUUM (ANALYZE) {tables}")


@contextmanager
def collecting_seldom():
    """Look for garbage less often: among so many objects it takes a fifth of the time."""
    usual = gc.get_threshold()
    gc.set_threshold(50_000, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)
