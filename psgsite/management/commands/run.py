from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = (
        "Print how to sign in and serve the site on this machine, in one process so that "
        "it starts soon. Use runserver to have changes to the code picked up."
    )

    def add_arguments(self, parser):
        parser.add_argument("address", nargs="?", default="127.0.0.1:8000")

    def handle(self, *, address, **options):
        call_command("first_sign_in", stdout=self.stdout)
        call_command("runserver", address, use_reloader=False, skip_checks=True)
