"""Brings the old home page's articles and standing sections into the page tree."""

import re
from dataclasses import dataclass, field
from datetime import datetime, time

from anyascii import anyascii
from django.core.exceptions import ValidationError
from django.utils import timezone

from about.models import AboutPage, AimsPage, HistoryPage, HumanRightsPage, JoinPage
from home.old_home_page import OldPageError
from news.models import ArticlePage, NewsIndexPage

SECTION_PAGES = {
    "about": AboutPage,
    "aims": AimsPage,
    "history": HistoryPage,
    "human_rights": HumanRightsPage,
    "join": JoinPage,
}


@dataclass
class Report:
    """What happened to each entry: (line, title) pairs; a title may have a remark."""

    created: list = field(default_factory=list)
    updated: list = field(default_factory=list)
    left_alone: list = field(default_factory=list)
    unread: list = field(default_factory=list)


def import_entries(entries):
    """Create or update a page for each entry. To be called within a transaction.

    Raises OldPageError if something can't be imported; the caller rolls back.
    """
    report, problems = Report(), []
    section = NewsIndexPage.objects.first()
    if section is None:
        raise OldPageError("there is no news page yet; run setup_site first")
    for entry in refuse_duplicates(entries):
        try:
            if entry.date:
                import_article(section, entry, report)
            elif entry.section:
                import_section(entry, report)
            else:
                remark = "no date below it, and not a section of this site"
                report.unread.append((entry.line, f"{entry.title} ({remark})"))
        except ValidationError as error:
            problems.append(f"line {entry.line}: {entry.title!r}: {reasons(error)}")
    if problems:
        raise OldPageError(*problems)
    return report


def refuse_duplicates(entries):
    seen, problems = {}, []
    for entry in entries:
        key = (entry.section, entry.date, identity(entry.title))
        first = seen.setdefault(key, entry.line)
        if first != entry.line:
            problems.append(
                f"line {entry.line}: {entry.title!r} is on line {first} too; delete one"
            )
    if problems:
        raise OldPageError(*problems)
    return entries


def identity(title):
    """What stays of a title when spelling it better changes nothing: letters, digits."""
    return re.sub(r"[^a-z0-9]", "", anyascii(title).lower())


def import_article(section, entry, report):
    for article in ArticlePage.objects.child_of(section).filter(date=entry.date):
        if identity(article.draft_title) == identity(entry.title):
            fields = {"title": entry.title, "summary": entry.text}
            update(article, fields, entry, report)
            return
    day = timezone.make_aware(datetime.combine(entry.date, time.min))
    article = ArticlePage(
        title=entry.title,
        date=entry.date,
        summary=entry.text,
        first_published_at=day,
    )
    section.add_child(instance=article)
    article.save_revision().publish()
    report.created.append((entry.line, entry.title))


def import_section(entry, report):
    page = SECTION_PAGES[entry.section].objects.first()
    if page is None:
        remark = "this site has no such page; run setup_site or add it"
        report.unread.append((entry.line, f"{entry.title} ({remark})"))
        return
    fields = {"summary": entry.text}
    if entry.section == "join":
        fields["reasons"] = [("reason", reason) for reason in entry.reasons]
    update(page, fields, entry, report)


def update(page, fields, entry, report):
    """Publish the page with ``fields``, unless an editor has worked on it since."""
    revisions = page.revisions.filter(user__isnull=False)
    if page.has_unpublished_changes or revisions.exists():
        report.left_alone.append((entry.line, f"{entry.title} (an editor changed it)"))
        return
    changed = {
        name: value
        for name, value in fields.items()
        if value and value != plain(getattr(page, name))
    }
    if not changed:
        report.left_alone.append((entry.line, f"{entry.title} (the same already)"))
        return
    for name, value in changed.items():
        setattr(page, name, value)
    page.full_clean()
    page.save_revision().publish()
    report.updated.append((entry.line, entry.title))


def plain(value):
    """A field's value in the form in which an entry gives it."""
    if isinstance(value, str):
        return value
    return [(block.block_type, block.value) for block in value]


def reasons(error):
    return " ".join(
        f"{name}: {' '.join(messages)}" for name, messages in error.message_dict.items()
    )
