"""What the audit log says of work with personal data: what and how much, never of whom."""

from wagtail.log_actions import LogFormatter, log

from psgsite.personal_data.holdings import counted
from psgsite.personal_data.models import PersonalData

SHOWN = "psgsite.show_person"
GIVEN_OUT = "psgsite.give_out_person"
ERASED = "psgsite.erase_person"

# The name of each action in a filter, and what the history says of one.
ACTIONS = {
    SHOWN: ("Show one person’s data", "Looked up"),
    GIVEN_OUT: ("Give out one person’s data", "Downloaded"),
    ERASED: ("Erase one person’s data", "Erased"),
}


class DetailFormatter(LogFormatter):
    """Says the entry's ``detail`` after the message, if it has one."""

    def format_message(self, log_entry):
        detail = log_entry.data.get("detail")
        return f"{self.message}: {detail}" if detail else self.message


def register_actions(registry, actions):
    for action, (label, message) in actions.items():
        words = {"label": label, "message": message}
        registry.register_action(action)(type("Formatter", (DetailFormatter,), words))


def log_person(action, numbers, user=None, **fields):
    data = {"detail": counted(numbers) or "nothing was held"}
    log(PersonalData(pk=0), action, user=user, data=data, **fields)
