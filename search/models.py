"""What the search knows: an entry for each published page, and the words that these have."""

import re
from functools import lru_cache
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Cast
from django.utils.functional import cached_property
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index
from wagtail.search.backends import get_search_backend

from psgsite.privacy import for_everyone
from search.words.analysis import WORD, clean, fold, terms, words

# Set before the terms of a name, and before a filter's value. No word begins so.
NAME, FILTER = "qxt", "qxf"

# What is told apart: the names of one, and of all.
KINDS = {
    "article": ("News article", "News articles"),
    "page": ("Page", "Pages about the group"),
}


class Subject(models.Model):
    """A topic or a region of at least one entry."""

    kind = models.CharField(max_length=20)
    slug = models.CharField(max_length=60)
    name = models.CharField(max_length=60)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "slug"], name="unique_subject")
        ]

    def __str__(self):
        return self.name


class EntryManager(models.Manager):
    def matching(self, query):
        """Those that Wagtail's search finds, in no order yet."""
        found = get_search_backend().search(
            query, self.model.objects.all(), order_by_relevance=False
        )
        return found.get_queryset()


class EntryQuerySet(models.QuerySet):
    def for_everyone(self, private_paths=None):
        """Those whose pages any visitor may read."""
        return for_everyone(self, private_paths, page="page__")

    def newest_first(self):
        """Pages without a date are few, and come first."""
        return self.order_by(models.F("date").desc(nulls_first=True), "-page_id")


class Entry(index.Indexed, models.Model):
    """What readers can find of one published page.

    The terms are those of ``analysis.terms()`` with single spaces between, around and at
    the ends. Bars stand around each of ``names`` and of the subjects, and around the date.
    """

    page = models.OneToOneField(
        Page, on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    kind = models.CharField(max_length=20)
    date = models.DateField(null=True, db_index=True)
    subjects = models.ManyToManyField(Subject, related_name="entries")
    title = models.CharField(max_length=255)
    summary = models.TextField()
    text = models.TextField()
    names = models.TextField()
    summary_terms = models.TextField()
    subject_terms = models.TextField()
    text_terms = models.TextField()

    # Made as the program runs, so type checkers can't know what it has.
    objects: Any = EntryManager.from_queryset(EntryQuerySet)()

    search_fields = [
        index.SearchField("indexed"),
        index.AutocompleteField("completed"),
    ]

    class Meta:
        indexes = [
            # Wagtail's search looks the rows up that it found by this: without it, every
            # search on PostgreSQL reads all entries.
            models.Index(
                Cast("page", models.CharField(max_length=50)), name="entry_key_as_text"
            )
        ]

    def __str__(self):
        return self.title

    @classmethod
    def get_indexed_objects(cls):
        return super().get_indexed_objects().prefetch_related("subjects")

    @cached_property  # for its terms are made of them, and they are counted
    def text_words(self):
        return WORD.findall(self.text)

    @cached_property  # for Wagtail asks three times
    def indexed(self):
        """All terms, those of names once more as such, and the filters."""
        told = f"{self.names}{self.summary_terms}{self.subject_terms}{self.text_terms}"
        names = self.names.replace("|", " ").split()
        named = [NAME + term for term in names]
        return " ".join([told.replace("|", " "), *named, *self.filters])

    @cached_property
    def completed(self):
        """The words of the title, for what is still being typed."""
        return " ".join(fold(word[0]) for word in words(self.title))

    @property
    def filters(self):
        yield filter_term("kind", self.kind)
        if self.date:
            yield filter_term("year", self.date.year)
        for subject in self.subjects.all():
            yield filter_term(subject.kind, subject.slug)


def filter_term(kind, value):
    """The term that is in the index where a filter holds."""
    return re.sub("[^a-z0-9]", "qx", f"{FILTER}{kind}{value}".lower())


class Word(models.Model):
    """A word that entries have, folded, and in how many entries its term is.

    A name is written with a capital in the middle of a sentence.
    """

    word = models.CharField(max_length=60, unique=True)
    shown = models.CharField(max_length=80)
    term = models.CharField(max_length=60, db_index=True)
    entries = models.PositiveIntegerField(default=0)
    is_name = models.BooleanField(default=False)

    def __str__(self):
        return self.shown


class Synonyms(models.Model):
    """Words and names that mean the same, so that one finds the others."""

    names = models.CharField(
        "words that mean the same",
        max_length=500,
        help_text="With commas between, such as Cusco, Cuzco, Qosqo; accents and capitals "
        "don’t matter.",
    )

    panels = [FieldPanel("names")]

    class Meta:
        ordering = ["names"]
        verbose_name = verbose_name_plural = "words that mean the same"

    def __str__(self):
        return self.names

    def clean(self):
        if len(self.ways) < 2:
            raise ValidationError(
                {"names": "Write two words or more, with commas between them."}
            )

    @property
    def ways(self):
        """The terms of each name, once."""
        return ways_of(self.names)


@lru_cache(maxsize=1000)
def ways_of(names):
    found = (tuple(terms(name)) for name in clean(names).split(","))
    return tuple(dict.fromkeys(way for way in found if way))


# Django looks for the models of an app here.
from search.figures.models import Click, Outcome  # noqa: E402, F401
