import gc
from contextlib import contextmanager, nullcontext
from multiprocessing import get_context

from django.core.management.base import CommandError
from django.db import connection, connections
from wagtail.search.management.commands import update_index

from psgsite.pages import BasePage
from search.entries import rebuild
from search.indexed import not_indexed
from search.models import Entry

AT_ONCE = 4000  # pages; on PostgreSQL each time takes longer, the more are indexed


class Command(update_index.Command):
    help = (
        "Index everything anew, for editors and for readers. Safe to run at any time."
    )

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.set_defaults(chunk_size=AT_ONCE)

    def handle(self, **options):
        work = nullcontext() if options["schema_only"] else rebuilding()
        with collecting_seldom(), work:
            give_room()
            super().handle(**options)

    def queryset_chunks(self, qs, chunk_size=AT_ONCE):
        if qs.model is Entry:  # which are indexed as they are rebuilt
            return
        for chunk in super().queryset_chunks(qs, chunk_size):
            yield not_indexed(chunk) if issubclass(qs.model, BasePage) else chunk


def give_room():
    """Let PostgreSQL hold all keys in memory, or it compares each with each for minutes."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET work_mem = '64MB'")


@contextmanager
def collecting_seldom():
    """Look for garbage less often: among so many objects it takes a fifth of the time."""
    usual = gc.get_threshold()
    gc.set_threshold(50_000, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


@contextmanager
def rebuilding():
    """Rebuild what readers find, on PostgreSQL beside what else is done meanwhile."""
    if connection.vendor == "sqlite" or connection.in_atomic_block:
        rebuild()
        yield
        return
    connections.close_all()  # for processes can't share them
    process = get_context("fork").Process(target=rebuild)
    process.start()
    try:
        yield
    finally:
        process.join()
    if process.exitcode:
        raise CommandError(
            "The index of readers’ search is as it was, for the reason given above. Run "
            "update_index again once that is mended."
        )
