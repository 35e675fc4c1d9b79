"""Probes for the process manager: is this process alive, and can it serve?"""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpResponse


class HealthMiddleware:
    """Answers ``/healthz`` and ``/readyz``, whatever the Host header, and says nothing more."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path == "/healthz":
            return answer(is_well=True)
        if request.path == "/readyz":
            return answer(is_well=is_ready())
        return self.get_response(request)


def answer(*, is_well):
    response = HttpResponse(
        "ok" if is_well else "not ready",
        status=200 if is_well else 503,
        content_type="text/plain",
    )
    response["Cache-Control"] = "no-store"
    return response


def is_ready():
    """Whether the database answers and has every migration of this version."""
    try:
        executor = MigrationExecutor(connection)
        return not executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return False
