from django.core.management.base import BaseCommand

from psgsite.models import Document


class Command(BaseCommand):
    help = (
        "Read the text of documents that have not been read yet, so that the search finds "
        "the pages that attach them. Safe to run again."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--again", action="store_true", help="Read all documents anew."
        )

    def handle(self, *, again, **options):
        documents = Document.objects.order_by("pk")
        if not again:
            documents = documents.filter(text_version="")
        problems = 0
        for document in (chosen := list(documents)):
            document.read()
            if document.text_problem:
                problems += 1
                self.stdout.write(
                    f"{document.pk} “{document}”: {document.text_problem}"
                )
        self.stdout.write(f"{len(chosen)} read, {problems} of them without text")
