from django.core.management.base import CommandError
from wagtail.management.commands import publish_scheduled

from psgsite.schedule.job import publish_due


class Command(publish_scheduled.Command):
    help = (
        "Publish and expire the pages whose time has come. Safe to run late, again, or "
        "while another run is at it. Ends with 1 if a page failed; the others are done."
    )

    def handle(self, *, dryrun, **options):
        if dryrun:
            super().handle(dryrun=True)
            return
        report = publish_due()
        for line in report.done:
            self.stdout.write(line)
        if report.failed:
            raise CommandError(
                f"Not done, though due: {', '.join(report.failed)}. The log says why. "
                "All else is done, and the next run tries again."
            )
        if not report.done:
            self.stdout.write("Nothing was due.")
