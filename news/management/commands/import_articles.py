from functools import partial
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from news.imports.articles import BadFileError, import_articles
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
            with opened(file) as lines:
                report = import_articles(lines, section, **how)
        except BadFileError as error:
            raise CommandError(refusal(file, error.problems)) from error
        for problem in described(file, report.problems):
            self.stderr.write(f"{problem}; left out")
        self.stdout.write("\n".join(summary(report, dry_run=dry_run)))


def opened(file):
    try:
        return file.open("rb")
    except OSError as error:
        raise CommandError(
            f"import_articles: {file}: {error.strerror} (give the path of the file)"
        ) from error


def described(file, problems):
    return [
        f"import_articles: {file.name}: line {number}: {problem}"
        for number, problem in sorted(problems.items())
    ]


def refusal(file, problems):
    lines = described(file, problems)
    if len(lines) > MOST_PROBLEMS:
        more = len(lines) - MOST_PROBLEMS
        lines[MOST_PROBLEMS:] = [
            f"import_articles: {file.name}: and {more} more bad lines"
        ]
    return "\n".join(lines) + "; nothing was imported"


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
