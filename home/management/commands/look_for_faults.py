from django.core.management.base import BaseCommand

from home.dashboard.findings import refresh_all
from home.dashboard.models import Finding


class Command(BaseCommand):
    help = (
        "Look for broken links and pictures without alternative text in all published "
        "pages. Saving a page does the same for that page. Safe to run again."
    )

    def handle(self, **options):
        pages = refresh_all()
        broken = Finding.objects.broken().count()
        pictures = Finding.objects.filter(kind=Finding.Kind.PICTURE).count()
        self.stdout.write(
            f"{pages} pages looked at: {broken} broken links, "
            f"{pictures} pictures without alternative text"
        )
