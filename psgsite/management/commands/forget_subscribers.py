from django.utils import timezone

from psgsite.management.forgetting import ForgettingCommand
from psgsite.newsletter.models import CONFIRMED_WITHIN, Subscriber


class Command(ForgettingCommand):
    help = (
        "Delete addresses for which the newsletter was asked and never confirmed. Safe to "
        "run again."
    )
    kept_days = CONFIRMED_WITHIN.days

    def forget(self, age):
        waiting = Subscriber.objects.forgettable(before=timezone.now() - age)
        count, _ = waiting.delete()
        return f"Forgotten: {count} addresses that nobody confirmed."
