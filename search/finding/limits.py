"""Stops a database that takes too long, whatever it was asked."""

import sqlite3
from contextlib import contextmanager

from django.db import OperationalError, connection
from psycopg.errors import QueryCanceled
from psycopg.pq import TransactionStatus

STEPS = 10_000  # of SQLite's machine, which take about a millisecond


class TookTooLong(Exception):  # noqa: N818 – says what happened
    pass


@contextmanager
def limited_time(milliseconds):
    """Raise ``TookTooLong`` when the database works longer than that.

    PostgreSQL measures the time of each query, SQLite the work of all of them together.
    """
    limit, free = LIMITS[connection.vendor]
    connection.ensure_connection()
    limit(milliseconds)
    try:
        yield
    except OperationalError as error:
        cause = error.__cause__
        if isinstance(cause, QueryCanceled) or is_interrupted(cause):
            raise TookTooLong from error
        raise
    finally:
        free()


def limit_postgresql(milliseconds):
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = %s", [milliseconds])


def free_postgresql():
    # With a transaction that failed, the setting goes too.
    if connection.connection.info.transaction_status != TransactionStatus.INERROR:
        with connection.cursor() as cursor:
            cursor.execute("RESET statement_timeout")


def limit_sqlite(milliseconds):
    left = iter(range(milliseconds))
    connection.connection.set_progress_handler(lambda: next(left, None) is None, STEPS)


def free_sqlite():
    connection.connection.set_progress_handler(None, 0)


def is_interrupted(error):
    is_sqlite = isinstance(error, sqlite3.OperationalError)
    return is_sqlite and error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT


LIMITS = {
    "postgresql": (limit_postgresql, free_postgresql),
    "sqlite": (limit_sqlite, free_sqlite),
}
