from django.conf import settings
from django.utils import timezone

from about.joining.admin.logs import FORGOTTEN, log_all, numbered
from about.joining.models import Enquiry
from about.joining.spam import forget_networks
from psgsite.management.forgetting import ForgettingCommand


class Command(ForgettingCommand):
    help = (
        "Delete what readers sent long ago, handled or not, and how much each network sent "
        "before today. Safe to run again."
    )
    kept_days = settings.ENQUIRIES_KEPT_DAYS

    def forget(self, age):
        forget_networks()
        old = Enquiry.objects.filter(submit_time__lt=timezone.now() - age)
        unread = old.waiting().count()
        count, _ = old.delete()
        if count:
            log_all(FORGOTTEN, numbered(count), deleted=True)
        return f"Forgotten: {numbered(count)}, {unread} of them not handled."
