"""What the audit log says of work on enquiries: who did what and when, of whom never."""

from wagtail.log_actions import log

from about.joining.models import Enquiry

LISTED = "about.list_enquiries"
READ = "about.read_enquiry"
EXPORTED = "about.export_enquiries"
HANDLED = "about.handle_enquiry"
REOPENED = "about.reopen_enquiry"
FORGOTTEN = "about.forget_enquiries"

# The name of each action in a filter, and what the history says of one.
ACTIONS = {
    LISTED: ("List enquiries", "Looked at the list"),
    READ: ("Read enquiry", "Read"),
    EXPORTED: ("Export enquiries", "Exported"),
    HANDLED: ("Handle enquiry", "Marked as handled"),
    REOPENED: ("Reopen enquiry", "Marked as not handled yet"),
    FORGOTTEN: ("Forget enquiries", "Deleted, as kept long enough"),
}


def log_all(action, detail, user=None, **fields):
    """Note what was done to many at once."""
    many = Enquiry(pk=0)  # an entry needs a key, and no enquiry has this one
    data = {"detail": detail}
    log(many, action, user=user, title="Enquiries", data=data, **fields)


def numbered(count):
    return "1 enquiry" if count == 1 else f"{count:,} enquiries"
