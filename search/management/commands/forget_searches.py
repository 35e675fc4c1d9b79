from django.conf import settings
from django.utils import timezone

from psgsite.management.forgetting import ForgettingCommand
from search.figures.counting import forget


class Command(ForgettingCommand):
    help = "Delete what was kept of readers' searches long ago. Safe to run again."
    kept_days = settings.SEARCHES_KEPT_DAYS

    def forget(self, age):
        forgotten = forget(before=timezone.localdate() - age)
        counts = ", ".join(f"{count} {name}" for name, count in forgotten.items())
        return f"Forgotten: {counts}."
