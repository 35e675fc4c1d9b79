from django.core.management.base import BaseCommand, CommandError

from psgsite.encryption import WrongKeyError
from psgsite.personal_data.holdings import counted, erase, held
from psgsite.personal_data.logs import ERASED, log_person


class Command(BaseCommand):
    help = (
        "Erase all that the site holds of the person with that address. Asks back. "
        "Safe to run again."
    )

    def add_arguments(self, parser):
        parser.add_argument("email")
        parser.add_argument("--yes", action="store_true", help="Don't ask back.")

    def handle(self, **options):
        try:
            self.forget(options["email"], sure=options["yes"])
        except WrongKeyError as error:
            raise CommandError(f"Nothing was erased. {error}") from error

    def forget(self, email, *, sure):
        found = counted({name: len(items) for name, items in held(email).items()})
        if not found:
            self.stdout.write("Nothing is held of this person.")
            return
        if not (sure or agreed(found)):
            raise CommandError("Nothing was erased.")
        erased = erase(email)
        log_person(ERASED, erased, deleted=True)
        self.stdout.write(f"Erased: {counted(erased)}.")


def agreed(found):
    try:
        return input(f"Erase {found}? Type yes: ").strip() == "yes"
    except EOFError:  # not started by somebody at a terminal
        raise CommandError("Nobody can be asked. To erase it, add --yes.") from None
