from django.utils import timezone

from psgsite.management.forgetting import ForgettingCommand
from psgsite.outbox.models import OutgoingMail


class Command(ForgettingCommand):
    help = (
        "Delete mails that were given up and that nobody has dealt with for long, for they "
        "hold addresses and words of people. Safe to run again."
    )
    kept_days = 90

    def forget(self, age):
        given_up = OutgoingMail.objects.given_up().without_text()
        count, _ = given_up.filter(made_at__lt=timezone.now() - age).delete()
        return f"Forgotten: {count} mails that were given up."
