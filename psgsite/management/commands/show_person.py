import json

from django.core.management.base import BaseCommand, CommandError
from django.core.serializers.json import DjangoJSONEncoder

from psgsite.encryption import WrongKeyError
from psgsite.personal_data.holdings import held
from psgsite.personal_data.logs import GIVEN_OUT, log_person


class Command(BaseCommand):
    help = "Print all that the site holds of the person with that address, as JSON."

    def add_arguments(self, parser):
        parser.add_argument("email")

    def handle(self, *, email, **options):
        try:
            found = held(email)
        except WrongKeyError as error:
            raise CommandError(str(error)) from error
        log_person(GIVEN_OUT, {name: len(items) for name, items in found.items()})
        report = {"email": email, "held": found}
        self.stdout.write(
            json.dumps(report, cls=DjangoJSONEncoder, indent=2, ensure_ascii=False)
        )
