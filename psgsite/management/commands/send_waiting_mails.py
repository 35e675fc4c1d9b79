from django.core.management.base import BaseCommand

from psgsite.outbox.models import OutgoingMail
from psgsite.outbox.sending import send_due


class Command(BaseCommand):
    help = (
        "Send the mails that wait and whose time has come, such as those that the worker "
        "left. Safe to run again, and beside the worker."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--all",
            action="store_true",
            help="Those too whose time hasn't come, or that were given up.",
        )
        parser.add_argument(
            "--for",
            type=int,
            dest="seconds",
            metavar="SECONDS",
            help="Begin no other mail after so long; the rest stays for the next time.",
        )

    def handle(self, *, seconds, **options):
        if options["all"]:
            for mail in OutgoingMail.objects.without_text():
                mail.make_due()
        counts = send_due(seconds)
        waiting = OutgoingMail.objects.count()
        self.stdout.write(
            f"{counts['sent']} sent, {counts['failed']} failed, {waiting} still wait"
        )
