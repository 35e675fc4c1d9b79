from django.conf import settings
from django.core.management.base import BaseCommand

from psgsite.accounts import issue_one_time_password
from psgsite.models import User


class Command(BaseCommand):
    help = (
        "Print how to sign in for the first time, with a password that works once. "
        "Makes the administrator if there is none; somebody who has chosen a password "
        "of their own keeps it."
    )

    def add_arguments(self, parser):
        parser.add_argument("--username", default="admin")
        parser.add_argument(
            "--reset",
            action="store_true",
            help="Replace a password that was chosen, for someone who lost it.",
        )

    def handle(self, *, username, reset, **options):
        user = User.objects.filter(username=username).first()
        if user is None:
            user = User.objects.create_superuser(username)
        chosen = user.has_usable_password() and not user.has_one_time_password
        address = f"{settings.BASE_URL}/admin/"
        self.stdout.write(f"Sign in at {address} as “{username}”")
        if chosen and not reset:
            self.stdout.write("with the password you chose (--reset replaces it).")
        else:
            self.stdout.write(
                f"with this one-time password: {issue_one_time_password(user)}"
            )
