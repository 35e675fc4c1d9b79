"""Keeps an entry for each published page."""

from django.db import transaction
from wagtail.models import get_page_models
from wagtail.search.backends import get_search_backends

from psgsite.pages import BasePage
from psgsite.privacy import find_private_paths, is_under
from search.indexed import not_indexed
from search.models import Entry, Subject
from search.words.analysis import clean, terms, terms_of
from search.words.dates import date_words
from search.words.vocabulary import count_words, counted_words

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
    known = {(each.kind, each.slug): each for each in Subject.objects.all()}
    return [make_one(page, known) for page in pages]


def make_one(page, known_subjects):
    subjects = [find_subject(each, known_subjects) for each in page.search_subjects]
    names = [page.title, *page.other_names.splitlines()]
    texts = [clean(text) for text in page.search_texts if text]
    summary = clean(page.summary)
    about = [clean(subject.name) for subject in subjects]
    entry = Entry(
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


def find_subject(subject, known):
    key = subject.kind, subject.slug
    if key not in known or known[key].name != subject.name:
        known[key], _ = Subject.objects.update_or_create(
            kind=subject.kind, slug=subject.slug, defaults={"name": subject.name}
        )
    return known[key]


def published_pages(at_once=2000):
    """All published pages, as lists of one type each."""
    for model in get_page_models():
        if issubclass(model, BasePage):
            pages, last = published_of(model).order_by("pk"), 0
            while batch := list(pages.filter(pk__gt=last)[:at_once]):
                last = batch[-1].pk
                yield batch


def rebuild():
    """Put all entries and their index right, and count their words anew."""
    Entry.objects.filter(page__live=False).delete()
    private_paths = find_private_paths()
    with transaction.atomic(), counted_words() as count:
        for pages in published_pages():
            entries = make(pages)
            new = changed(entries)
            write(new)
            again = dict.fromkeys([*new, *not_indexed(entries)])
            add_to_index(list(again), get_search_backends())
            for page, entry in zip(pages, entries, strict=True):
                if not is_under(page.path, private_paths):
                    count(entry)
        Subject.objects.filter(entries=None).delete()


def changed(entries):
    """Those that are not stored as they are."""
    stored = entries_with_subjects([entry.pk for entry in entries])
    known = {entry.pk: content(entry) for entry in stored}
    return [entry for entry in entries if known.get(entry.pk) != content(entry)]


def content(entry):
    subjects = {subject.pk for subject in entry.subjects.all()}
    return [getattr(entry, name) for name in FIELDS], subjects
