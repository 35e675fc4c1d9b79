from functools import partial
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from news.article_import import BadFileError, import_articles
from news.models import NewsIndexPage

MOST_PROBLEMS = 50


class Command(BaseCommand):
    help = (
        "Import articles from a file of JSON, one object a line. Safe to run again: what "
        "is there already is left alone. The format: docs/operators/import-articles.md."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--skip-bad",
            action="store_true",
            help="Import the good lines and report the bad ones; else it is all or none.",
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="Report; change nothing."
        )

    def handle(self, *, file, skip_bad, dry_run, verbosity, **options):
        section = NewsIndexPage.objects.first()
        if section is None:
            raise CommandError("There is no news section yet: run setup_site first.")
        # None: only where it goes to a terminal.
        progress = partial(tqdm, disable=None if verbosity else True)
        how = {"skip_bad": skip_bad, "dry_run": dry_run, "progress": progress}
        try:
            with file.open("rb") as lines:
                report = import_articles(lines, section, **how)
        except OSError as error:
            raise CommandError(
                f"import_articles: {file}: {error.strerror} (give the path of the file)"
            ) from error
        except BadFileError as error:
            problems = "\n".join(described(file, error.problems))
            raise CommandError(f"{problems}; nothing was imported") from error
        for problem in described(file, report.problems):
            self.stderr.write(f"{problem}; left out")
        self.stdout.write("\n".join(summary(report, dry_run=dry_run)))


def described(file, problems):
    """A line for each bad line, and the number of those that would be too many to show."""
    for number in sorted(problems)[:MOST_PROBLEMS]:
        yield f"import_articles: {file.name}: line {number}: {problems[number]}"
    if len(problems) > MOST_PROBLEMS:
        more = len(problems) - MOST_PROBLEMS
        yield f"import_articles: {file.name}: and {more} more bad lines"


def summary(report, *, dry_run):
    yield (
        f"{report.created} imported, {report.there} there already, "
        f"{len(report.problems)} bad; {report.redirects} redirects"
    )
    if report.topics:
        yield f"New topics: {', '.join(report.topics)}"
    if report.pictures:
        yield f"Pictures that wait for their file: {report.pictures}"
    if report.left_out:
        counts = ", ".join(f"{what}: {n}" for what, n in report.left_out.most_common())
        yield f"Left out of the texts: {counts}"
    if dry_run:
        yield "Nothing was written (--dry-run)."
