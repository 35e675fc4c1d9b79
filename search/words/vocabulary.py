"""The words that readers can find something by, and how common each is."""

import re
from collections import Counter, defaultdict

from django.db import transaction
from django.db.models import F, Max
from django.db.models.functions import Greatest

from search.models import Word
from search.words.analysis import WORD, fold, term
from search.words.dates import date_words

AT_ONCE = 1000
FIRST_WORD = re.compile(rf"(?:^|[.!?:“\"‘(])\W*({WORD.pattern})", re.MULTILINE)


class Words:
    """The words of an entry: their forms with how often each is, and their terms."""

    def __init__(self, entry):
        subjects = " ".join(subject.name for subject in entry.subjects.all())
        date = date_words(entry.date)
        told = "\n".join([entry.title, entry.summary, subjects, date])
        self.texts = [told, entry.text]
        self.forms = Counter([*WORD.findall(told), *entry.text_words])
        self.terms = {term(form) for form in self.forms}

    @property
    def names(self):
        """Words that have a capital where a sentence doesn't begin, and how often."""
        first = Counter(
            word for text in self.texts for word in FIRST_WORD.findall(text)
        )
        names = Counter()
        for form, times in self.forms.items():
            if form[0].isupper():
                names[fold(form)] += times - first[form]
        return +names


def count_words(entries, before):
    """Count the words of new entries, and no longer those of the same ``before``.

    Words that no entry had are added. Those that none has any more stay, with none.
    """
    new, old = list(map(Words, entries)), list(map(Words, before))
    add_words(new)
    change = Counter(each for words in new for each in words.terms)
    change.subtract(Counter(each for words in old for each in words.terms))
    add_to_counts({each: times for each, times in change.items() if times})


def add_words(texts):
    """Add words that no entry had, with the count of their term so far."""
    forms = {fold(form): form for words in texts for form in words.forms}
    forms.pop("", None)
    known = Word.objects.filter(word__in=forms).values_list("word", flat=True)
    added = sorted(forms.keys() - set(known))
    if not added:
        return
    names = set().union(*(words.names for words in texts))
    entries = counts_of(map(term, added))
    new = [
        new_word(
            word,
            forms[word],
            entries=entries.get(term(word), 0),
            is_name=word in names,
        )
        for word in added
    ]
    # Another may add the same word at this moment.
    Word.objects.bulk_create(new, AT_ONCE, ignore_conflicts=True)


def counts_of(terms):
    words = Word.objects.filter(term__in=set(terms)).values_list("term")
    return dict(words.annotate(Max("entries")))


def add_to_counts(change):
    """Add to how many entries have each term; less than none has none."""
    # Always locked in the same order, so that two who publish never wait for each other.
    changed = Word.objects.filter(term__in=change).order_by("pk")
    list(changed.select_for_update().values_list("pk"))
    by_times = defaultdict(list)
    for each, times in change.items():
        by_times[times].append(each)
    for times, terms in by_times.items():
        words = Word.objects.filter(term__in=terms)
        words.update(entries=Greatest(F("entries") + times, 0))


class Counts:
    """How common the words of some entries are: each form, names, and terms."""

    def __init__(self):
        self.forms, self.names, self.terms = defaultdict(Counter), Counter(), Counter()

    def add(self, entry):
        words = Words(entry)
        for form, times in words.forms.items():
            self.forms[fold(form)][form] += times
        self.names.update(words.names)
        self.terms.update(words.terms)

    def update(self, others):
        for word, forms in others.forms.items():
            self.forms[word].update(forms)
        self.names.update(others.names)
        self.terms.update(others.terms)

    @transaction.atomic
    def save(self):
        """Put these words in the place of all that there are."""
        Word.objects.all().delete()
        Word.objects.bulk_create(
            (
                new_word(
                    word,
                    forms.most_common(1)[0][0],
                    entries=self.terms[term(word)],
                    is_name=self.names[word] > in_lower_case(forms),
                )
                for word, forms in self.forms.items()
                if word
            ),
            AT_ONCE,
        )


def in_lower_case(forms):
    return sum(times for form, times in forms.items() if form[0].islower())


def new_word(word, shown, **fields):
    return Word(word=word, shown=shown[:80], term=term(word), **fields)
