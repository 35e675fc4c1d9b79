"""Probes for the process manager: is this process alive, and can it serve?"""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpResponse

from psgsite.schedule.models import PublishingRun


class HealthMiddleware:
    """Answers ``/healthz`` and ``/readyz``, whatever the Host header, and says little more."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path == "/healthz":
            return answer("ok")
        if request.path == "/readyz":
            try:
                return readiness()
            except DatabaseError:
                return answer("not ready", status=503)
        return self.get_response(request)


def answer(text, status=200):
    response = HttpResponse(text, status=status, content_type="text/plain")
    response["Cache-Control"] = "no-store"
    return response


def readiness():
    """Whether the database answers and has every migration of this version.

    When scheduled pages were last seen to is a fact beside it: a site whose job stands
    still serves its readers well.
    """
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return answer("not ready", status=503)
    return answer(f"ok\npublish_scheduled: {PublishingRun.last() or 'never ran'}")
