"""What the audit log says of requests about one person: never about whom."""

from wagtail.log_actions import LogFormatter, log

from psgsite.personal_data.holdings import counted
from psgsite.personal_data.models import PersonalData

SHOWN = "psgsite.show_person"
GIVEN_OUT = "psgsite.give_out_person"
ERASED = "psgsite.erase_person"

ACTIONS = {
    SHOWN: ("Show one person’s data", "Looked up"),
    GIVEN_OUT: ("Give out one person’s data", "Downloaded"),
    ERASED: ("Erase one person’s data", "Erased"),
}


class Formatter(LogFormatter):
    def format_message(self, log_entry):
        return f"{self.message}: {log_entry.data['detail']}"


def register(actions):
    for action, (label, message) in ACTIONS.items():
        formatter = type("Formatter", (Formatter,), {})
        formatter.label, formatter.message = label, message
        actions.register_action(action)(formatter)


def log_person(action, numbers, user=None, **fields):
    data = {"detail": counted(numbers) or "nothing was held"}
    log(PersonalData(pk=0), action, user=user, data=data, **fields)
