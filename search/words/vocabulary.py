"""The words that readers can find something by, and how common each is."""

import re
from collections import Counter, defaultdict
from contextlib import contextmanager

from django.db.models import F
from django.db.models.functions import Greatest

from search.models import Word
from search.words.analysis import WORD, fold, term
from search.words.dates import date_words

AT_ONCE = 1000
STARTS = re.compile(r"(?:^|[.!?:]|[“\"‘(])\W*\w+", re.MULTILINE)


def count_words(entries, before):
    """Count the words of new entries, and no longer those of the same ``before``.

    Words that no entry had are added. Those that none has any more stay, with none.
    """
    forms, capitals = {}, Counter()
    for entry in entries:
        forms |= {fold(form): form for form in forms_in(entry)}
        capitals.update(capitals_in(entry))
    forms.pop("", None)
    known = Word.objects.filter(word__in=forms).values_list("word", flat=True)
    new = sorted(forms.keys() - set(known))
    # Another may add the same word at this moment.
    Word.objects.bulk_create(
        [new_word(word, forms[word], is_name=capitals[word] > 0) for word in new],
        AT_ONCE,
        ignore_conflicts=True,
    )
    change = count_terms(entries)
    change.subtract(count_terms(before))
    add_to_counts({found: times for found, times in change.items() if times})


def count_terms(entries):
    return Counter(found for entry in entries for found in terms_in(entry))


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


@contextmanager
def counted_words():
    """Count the words of each entry that is given; they then take the place of all others."""
    forms = defaultdict(Counter)
    entries, capitals = Counter(), Counter()

    def count(entry):
        found = forms_in(entry)
        for form, times in found.items():
            forms[fold(form)][form] += times
        entries.update(terms_in(entry))
        capitals.update(capitals_in(entry))

    yield count
    forms.pop("", None)
    Word.objects.all().delete()
    Word.objects.bulk_create(
        (
            new_word(
                word,
                shown.most_common(1)[0][0],
                entries=entries[term(word)],
                is_name=capitals[word] > 0,
            )
            for word, shown in forms.items()
        ),
        AT_ONCE,
    )


def forms_in(entry):
    """The words of an entry as they are written, and how often each is."""
    subjects = " ".join(subject.name for subject in entry.subjects.all())
    head = f"{entry.title} {entry.summary} {subjects} {date_words(entry.date)}"
    return Counter(WORD.findall(f"{head} {entry.text}"))


def capitals_in(entry):
    """How much oftener each word has a capital than none, but where sentences begin."""
    regions = [each.name for each in entry.subjects.all() if each.kind == "region"]
    capitals = Counter(fold(form) for name in regions for form in name.split())
    text = STARTS.sub(" ", f"{entry.title}\n{entry.summary}\n{entry.text}")
    for form in WORD.findall(text):
        capitals[fold(form)] += 1 if form[0].isupper() else -1
    return capitals


def terms_in(entry):
    return {term(form) for form in forms_in(entry)}


def new_word(word, shown, **fields):
    return Word(word=word, shown=shown[:80], term=term(word), **fields)
