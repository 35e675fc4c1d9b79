from django.core.management.base import BaseCommand, CommandError

from psgsite.reencryption import encrypted_fields, reencrypt


class Command(BaseCommand):
    help = (
        "Store with the first of ENCRYPTION_KEYS all that another of them opens. Safe to "
        "cut off and to run again; the site can go on meanwhile."
    )

    def handle(self, **options):
        unopened = []
        for field in encrypted_fields():
            report = reencrypt(field)
            self.stdout.write(
                f"{field}: {report.changed} stored anew, {report.unchanged} were so"
            )
            if report.unopened:
                numbers = ", ".join(map(str, report.unopened))
                unopened.append(f"{field} of number {numbers}")
        if unopened:
            raise CommandError(
                f"None of the keys opens {'; '.join(unopened)}. Put back into "
                "ENCRYPTION_KEYS the key that these were stored with, after those that "
                "are there, and run this again. All else is done."
            )
