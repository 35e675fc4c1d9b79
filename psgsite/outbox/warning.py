"""What is said on the admin's home when mails can't be sent."""

from django.utils import timezone
from django.utils.formats import date_format
from wagtail.admin.ui.components import Component

from psgsite.outbox.models import MANY_ATTEMPTS, OutgoingMail
from psgsite.outbox.report import may

REMEDY = "Please tell the person who looks after the server"


def problems():
    """A sentence or two for each thing that is wrong; none if all is well."""
    mails = OutgoingMail.objects.without_text()
    if count := mails.given_up().count():
        yield (
            f"{number_of(count)} could not be sent and {'is' if count == 1 else 'are'} "
            "given up. The report says why, and there you can try again."
        )
    if count := mails.failing().count():
        yield (
            f"{number_of(count)} could not be sent in {MANY_ATTEMPTS} attempts or more, "
            f"and the site goes on trying. {REMEDY}."
        )
    if oldest := mails.left().order_by("due_at").first():
        since = date_format(timezone.localtime(oldest.due_at), "j F Y, H:i")
        yield (
            f"Nobody has sent mails since {since}: the worker isn’t running, and neither "
            f"is “send_waiting_mails”. {REMEDY}."
        )


def number_of(count):
    return "1 mail" if count == 1 else f"{count} mails"


class MailWarning(Component):
    order = 0  # above all else on the admin's home
    template_name = "psgsite/outbox/warning.html"

    def __init__(self, problems):
        self.problems = problems

    def get_context_data(self, parent_context=None):
        return {"problems": self.problems}


def warn(request, panels):
    """Add the warning to the panels of whoever may see the report, if there is any."""
    if may(request.user, "view") and (found := list(problems())):
        panels.append(MailWarning(found))
