"""Imports articles from a file, all of which is checked before any of it is written."""

import json
import os
from collections import Counter
from contextlib import contextmanager, nullcontext
from dataclasses import asdict, dataclass, field
from datetime import date, datetime, time
from functools import partial
from tempfile import TemporaryFile

from django.conf import settings
from django.db import reset_queries, transaction
from django.utils import timezone
from tqdm import tqdm
from wagtail.contrib.redirects.models import Redirect

from news.imports.html_blocks import blocks_from_html
from news.imports.html_tree import HtmlError
from news.imports.lines import LineError, Row, numbered_lines, read_row
from news.imports.plan import Plan, batches
from news.imports.publishing import publish_together
from news.models import ArticlePage, NewsIndexPage
from news.subjects import Region, ascii_slug

AT_A_TIME = 100
no_progress = partial(tqdm, disable=True)


class BadFileError(Exception):
    """Lines of the file can't be imported: ``problems`` by line number."""

    def __init__(self, problems):
        super().__init__(f"{len(problems)} bad lines")
        self.problems = problems


@dataclass
class Report:
    created: int = 0
    there: int = 0
    redirects: int = 0
    topics: list = field(default_factory=list)
    pictures: int = 0
    left_out: Counter = field(default_factory=Counter)
    problems: dict = field(default_factory=dict)


def import_articles(
    file, section, *, skip_bad=False, dry_run=False, progress=no_progress
):
    """Publish the articles of a binary ``file`` below ``section``, all or none; report.

    With ``skip_bad`` all but the bad ones. ``progress`` makes bars as tqdm does. Raises
    BadFileError.
    """
    work = nullcontext(section) if dry_run else locked(section)
    with work as section, TemporaryFile("w+", encoding="utf-8") as prepared:
        plan, report = Plan(section), Report()
        with progress(
            total=size(file), unit="B", unit_scale=True, desc="Checked"
        ) as bar:
            prepare(file, prepared, plan, report, bar)
        if report.problems and not skip_bad:
            raise BadFileError(report.problems)
        if not dry_run:
            with progress(total=report.created, desc="Imported") as bar:
                write(prepared, section, plan, report, bar)
    return report


@contextmanager
def locked(section):
    """A transaction that other imports, and editors who add articles, wait for."""
    with transaction.atomic():
        yield NewsIndexPage.objects.select_for_update().get(pk=section.pk)


def size(file):
    return os.fstat(file.fileno()).st_size or None  # not known of a pipe


def prepare(file, prepared, plan, report, bar):
    """Check every line, and put into ``prepared`` what is to be written."""
    regions = {ascii_slug(region.name): region for region in Region.objects.all()}
    for number, line in numbered_lines(file):
        bar.update(len(line))
        try:
            row = read_row(number, line, regions)
            if plan.is_there(row):
                report.there += 1
            else:
                add(row, blocks_from_html(row.body), prepared, plan, report)
        except LineError as problem:
            report.problems[number] = str(problem)
        except HtmlError as problem:
            report.problems[number] = f"body {problem}"
    report.problems |= plan.finish()
    report.created = len(plan.slugs.keys() - report.problems.keys())
    report.redirects = len(set(plan.addresses.values()) - report.problems.keys())
    report.topics = sorted(
        name
        for name, lines in plan.new_topics.items()
        if lines - report.problems.keys()
    )


def add(row, converted, prepared, plan, report):
    plan.add(row)
    report.left_out += converted.left_out
    report.pictures += sum(made["type"] == "image" for made in converted.blocks)
    json.dump(asdict(row) | {"body": converted.blocks}, prepared, default=str)
    prepared.write("\n")


def write(prepared, section, plan, report, bar):
    prepared.seek(0)
    rows = (Row(**json.loads(line)) for line in prepared)
    rows = (row for row in rows if row.number not in report.problems)
    regions = Region.objects.in_bulk()
    for batch in batches(rows, AT_A_TIME):
        articles = [article_of(row, plan, regions) for row in batch]
        publish_together(section, articles)
        Redirect.objects.bulk_create(
            Redirect(old_path=row.legacy_url, redirect_page_id=article.pk)
            for article, row in zip(articles, batch, strict=True)
            if row.legacy_url
        )
        bar.update(len(batch))
        if settings.DEBUG:
            reset_queries()  # which are all kept in memory otherwise


def article_of(row, plan, regions):
    """The article of a row, as if it had been published on its day; not saved."""
    day = date.fromisoformat(row.date)
    midnight = timezone.make_aware(datetime.combine(day, time.min))
    return ArticlePage(
        title=row.title,
        slug=plan.slugs[row.number],
        date=day,
        summary=row.summary,
        body=row.body,
        byline=row.byline,
        first_published_at=midnight,
        last_published_at=midnight,
        topics=[saved(plan.topic(name)) for name in row.topics],
        regions=[regions[pk] for pk in row.regions],
    )


def saved(topic):
    if topic.pk is None:
        topic.save()
    return topic
