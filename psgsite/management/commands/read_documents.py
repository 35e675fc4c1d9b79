from django.core.management.base import BaseCommand

from psgsite.models import Document


class Command(BaseCommand):
    help = (
        "Read the text of documents whose file has not been read yet, so that the search "
        "finds the pages that attach them. Safe to run again."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--again", action="store_true", help="Read all documents anew."
        )

    def handle(self, *, again, **options):
        chosen = [
            document
            for document in Document.objects.order_by("pk")
            if again or document.text_version != document.version
        ]
        problems = 0
        for document in chosen:
            document.read()
            if document.text_problem:
                problems += 1
                self.stdout.write(
                    f"{document.pk} “{document}”: {document.text_problem}"
                )
        self.stdout.write(f"{len(chosen)} read, {problems} of them without text")
