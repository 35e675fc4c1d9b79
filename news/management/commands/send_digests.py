from django.core.management.base import BaseCommand

from news.digest.models import Digest
from news.digest.sending import send_batch


class Command(BaseCommand):
    help = (
        "Send what is left of newsletters that were cut off. Safe to run again, and beside "
        "the worker: nobody gets one twice."
    )

    def handle(self, **options):
        for digest in Digest.objects.unfinished():
            total = 0
            while digest.deliveries.due().exists() and not digest.is_paused:
                total += send_batch(digest)
                digest.refresh_from_db()
            digest = Digest.objects.with_progress().get(pk=digest.pk)
            self.stdout.write(
                f"{digest}: {total} sent now, {digest.waiting} waiting, "
                f"{digest.refused} refused, {digest.unknown + digest.at_work} not known. "
                f"{digest.problem}".strip()
            )
