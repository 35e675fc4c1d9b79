from django.utils import timezone

from psgsite.drafts.keeping import forget
from psgsite.management.forgetting import ForgettingCommand


class Command(ForgettingCommand):
    help = (
        "Delete old versions of pages that were neither published nor submitted, and "
        "links to drafts that ended. Safe to run again."
    )
    kept_days = 90

    def forget(self, age):
        forgotten = forget(before=timezone.now() - age)
        counts = ", ".join(f"{count} {name}" for name, count in forgotten.items())
        return f"Forgotten: {counts}."
