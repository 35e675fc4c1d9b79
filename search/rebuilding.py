"""Puts the whole index right, for editors and for readers."""

from django.db import transaction
from wagtail.models import get_page_models
from wagtail.search.backends import get_search_backends

from psgsite.pages import BasePage
from psgsite.privacy import find_private_paths, is_under
from search.entries import FIELDS, entries_with_subjects, make, published_of, write
from search.indexed import not_indexed
from search.models import Entry, Subject
from search.words.vocabulary import Counts

AT_ONCE = 2000  # pages; on PostgreSQL each time takes longer, the more are indexed


def rebuild(run=map):
    """Index all published pages and their entries, and count the words of these anew.

    What is indexed already as it is now stays. ``run`` is ``map`` or does the same in
    several processes, in any order.
    """
    Entry.objects.filter(page__live=False).delete()
    counts = Counts()
    for each in run(index_batch, list(batches())):
        counts.update(each)
    Subject.objects.filter(entries=None).delete()
    counts.save()


def batches():
    """The types of published pages, each with the keys of some of these."""
    for model in get_page_models():
        if issubclass(model, BasePage):
            pks = list(model.objects.live().order_by("pk").values_list("pk", flat=True))
            for start in range(0, len(pks), AT_ONCE):
                yield model, pks[start : start + AT_ONCE]


def index_batch(batch):
    """Index pages of one type, and return how common their words are."""
    model, pks = batch
    pages = list(published_of(model).filter(pk__in=pks))
    with transaction.atomic():
        entries = make(pages)
        new = changed(entries)
        write(new)
        again = dict.fromkeys([*new, *not_indexed(entries)])
        for backend in get_search_backends():
            backend.add_bulk(model, not_indexed(pages))
            backend.add_bulk(Entry, list(again))
    return counts_of_public(pages, entries)


def changed(entries):
    """Those that are not stored as they are."""
    stored = entries_with_subjects([entry.pk for entry in entries])
    known = {entry.pk: content(entry) for entry in stored}
    return [entry for entry in entries if known.get(entry.pk) != content(entry)]


def content(entry):
    subjects = {subject.pk for subject in entry.subjects.all()}
    return [getattr(entry, name) for name in FIELDS], subjects


def counts_of_public(pages, entries):
    private_paths = find_private_paths()
    counts = Counts()
    for page, entry in zip(pages, entries, strict=True):
        if not is_under(page.path, private_paths):
            counts.add(entry)
    return counts
