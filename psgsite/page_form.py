from psgsite.schedule.forms import ScheduledPageForm
from psgsite.uploads.consent import ConsentForm


class PageForm(ConsentForm, ScheduledPageForm):
    """The form of every page: what keeps it from being published, and when it may be."""
