"""What those who may publish are told when the job that publishes doesn't do its work."""

from django.utils import timezone
from django.utils.formats import date_format
from wagtail.admin.ui.components import Component
from wagtail.models import Page
from wagtail.permissions import policy_registry

from psgsite.schedule.models import PublishingRun

REMEDY = "Please tell the person who looks after the server"
STANDS_STILL = (
    "Scheduled pages are not being published or taken down: the job that does it has {}. "
    f"{REMEDY} that “publish_scheduled” must run every minute."
)


def problem():
    """A sentence or two for editors, or "" if all is well."""
    run = PublishingRun.last()
    if run is None:
        return STANDS_STILL.format("never run")
    if run.is_late:
        since = date_format(timezone.localtime(run.ended_at), "j F Y, H:i")
        return STANDS_STILL.format(f"not run since {since}")
    if run.failed:
        pages = "1 page" if run.failed == 1 else f"{run.failed} pages"
        return (
            f"{pages} could not be published or taken down in time, and the calendar shows "
            f"what is overdue. {REMEDY} that the log of “publish_scheduled” says why."
        )
    return ""


def problem_for(user):
    """The problem, for someone who may publish; others could do nothing about it."""
    policy = policy_registry.get_by_type(Page)
    return problem() if policy.user_has_permission(user, "publish") else ""


class PublishingWarning(Component):
    order = 0  # above all else on the admin's home
    template_name = "psgsite/schedule/warning.html"

    def __init__(self, problem):
        self.problem = problem

    def get_context_data(self, parent_context=None):
        return {"problem": self.problem}
