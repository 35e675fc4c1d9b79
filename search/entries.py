"""Keeps an entry for each published page."""

from typing import Any

from django.db import transaction
from wagtail.search.backends import get_search_backends

from search.models import Entry, Subject
from search.words.analysis import clean, terms, terms_of
from search.words.dates import date_words
from search.words.vocabulary import count_words

LONGEST_TEXT = 200_000  # letters of a page and its documents
FIELDS = [field.name for field in Entry._meta.fields if not field.primary_key]


def refresh(model, pks):
    """Make the entries of pages of one type what the database has of them now.

    Pages in memory may be drafts. The entries of pages that aren't published go.
    """
    with transaction.atomic():
        published = list(published_of(model).filter(pk__in=pks))
        remove(set(pks) - {page.pk for page in published})
        if published:
            before = entries_with_subjects(pks)
            entries = make(published)
            write(entries)
            count_words(entries, before)
            add_to_index(entries, get_search_backends(with_auto_update=True))


def add_to_index(entries, backends):
    for backend in backends:
        backend.add_bulk(Entry, entries)


def remove(pks):
    with transaction.atomic():
        if gone := entries_with_subjects(pks):
            count_words([], gone)
            Entry.objects.filter(pk__in=pks).delete()


def entries_with_subjects(pks):
    return list(Entry.objects.filter(pk__in=pks).prefetch_related("subjects"))


def published_of(model):
    return model.objects.live().prefetch_related(*model.search_prefetch)


def make(pages):
    """The entries of published pages, unsaved, with their subjects known."""
    known = known_subjects(pages)
    return [make_one(page, known) for page in pages]


def make_one(page, known):
    subjects = [known[each.kind, each.slug] for each in page.search_subjects]
    names = [page.title, *page.other_names.splitlines()]
    texts = [clean(text) for text in page.search_texts if text]
    summary = clean(page.summary)
    about = [clean(subject.name) for subject in subjects]
    entry: Any = Entry(  # for type checkers don't know what Django keeps in it
        page_id=page.pk,
        kind=page.search_kind,
        date=page.search_date,
        title=clean(page.title),
        summary=summary,
        text="\n".join(texts)[:LONGEST_TEXT],
        names=barred([clean(name) for name in names]),
        summary_terms=spaced(terms(summary)),
        subject_terms=barred([*about, date_words(page.search_date)]),
    )
    entry.text_terms = spaced(terms_of(entry.text_words))
    entry._prefetched_objects_cache = {"subjects": subjects}
    return entry


def barred(names):
    return "|".join(["", *(spaced(terms(name)) for name in names), ""])


def spaced(terms):
    return f" {' '.join(terms)} "


def write(entries):
    """Save entries and their subjects."""
    Entry.objects.bulk_create(
        entries, update_conflicts=True, unique_fields=["page"], update_fields=FIELDS
    )
    link = Entry.subjects.through
    link.objects.filter(entry__in=[entry.pk for entry in entries]).delete()
    link.objects.bulk_create(
        link(entry_id=entry.pk, subject=subject)
        for entry in entries
        for subject in entry.subjects.all()
    )


def known_subjects(pages):
    """The subjects of pages, by kind and slug; those that are new or renamed are saved."""
    known = {(each.kind, each.slug): each for each in Subject.objects.all()}
    found = {
        (each.kind, each.slug): each for page in pages for each in page.search_subjects
    }
    # Always in the same order, so that two processes never wait for each other.
    for (kind, slug), subject in sorted(found.items()):
        if (kind, slug) not in known or known[kind, slug].name != subject.name:
            known[kind, slug], _ = Subject.objects.update_or_create(
                kind=kind, slug=slug, defaults={"name": subject.name}
            )
    return known
