from django.utils import timezone

from psgsite.addresses.models import MissingAddress
from psgsite.addresses.notebook import collect
from psgsite.management.forgetting import ForgettingCommand


class Command(ForgettingCommand):
    help = (
        "Delete addresses that led nowhere and that nobody asked for lately, or that lead "
        "somewhere by now. Safe to run again."
    )
    kept_days = 90

    def forget(self, age):
        collect()
        addresses = MissingAddress.objects
        old, _ = addresses.filter(last_asked__lt=timezone.now() - age).delete()
        answered, _ = addresses.wanted().answered().delete()
        return f"Forgotten: {old} old addresses, {answered} that lead on."
