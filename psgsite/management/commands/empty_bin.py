from django.conf import settings
from django.utils import timezone

from psgsite.management.forgetting import ForgettingCommand
from psgsite.models import BinnedPage


class Command(ForgettingCommand):
    help = "Delete for good what lies in the bin for long. Safe to run again."
    kept_days = settings.BIN_KEPT_DAYS

    def forget(self, age):
        before = timezone.now() - age
        count, _ = BinnedPage.objects.filter(deleted_at__lt=before).delete()
        return f"Deleted for good: {count} pages."
