"""What else a reader may try when a search finds nothing."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from rapidfuzz import fuzz

from psgsite.numbers import counted
from search.finding.steps import MOST_FOUND, Search
from search.models import Entry, Subject
from search.results.criteria import Criteria
from search.results.reading import read_results
from search.words.analysis import STOP_WORDS, fold, words
from search.words.spelling import guesses

LATEST = 4  # articles
SHOWN = 3  # results without the rarest words
MOST_SUBJECTS = 5
ALIKE = 78  # of 100, for a name to resemble a word


@dataclass(frozen=True)
class Link:
    name: str
    url: str
    note: str = ""


class Help:
    """Help with a search that found nothing. Each part is asked for as it is shown."""

    def __init__(self, found, criteria, request, private_paths):
        self.found = found
        self.criteria = criteria
        self.request = request
        self.public = Entry.objects.for_everyone(private_paths)
        self.private_paths = private_paths

    def meant(self):
        """Searches with a word spelled as the site has it."""
        for clause in self.found.missing:
            for guess in guesses(clause, in_company=True)[:1]:
                text = self.criteria.query.replace(clause.typed, guess.typed)
                yield Link(text, self.criteria.but(query=text).address)

    def fewer(self):
        """What is found without the rarest words: their link, and the first results."""
        weights = self.found.weights
        clauses = sorted(weights, key=weights.get)
        while len(clauses) > 1:
            clauses.pop()
            text = " ".join(each.typed for each in weights if each in clauses)
            again = Search(self.private_paths).find(text)
            if again.rows and not again.is_partial:
                return {
                    "link": Link(text, Criteria(query=text).address, counted_of(again)),
                    "results": read_results(
                        again.rows[:SHOWN], self.request, again.weights
                    ),
                }
        return None

    def subjects(self):
        """Topics and regions whose names resemble a word."""
        typed = [fold(word[0]) for word in words(self.criteria.query)]
        typed = [word for word in typed if len(word) > 2 and word not in STOP_WORDS]
        own = self.public.filter(subjects=OuterRef("pk"))
        subjects = Subject.objects.filter(Exists(own))
        scored = [(likeness(subject.name, typed), subject) for subject in subjects]
        scored = [pair for pair in scored if pair[0] >= ALIKE]
        scored.sort(key=lambda pair: (-pair[0], pair[1].name))
        return [
            Link(each.name, Criteria(**{each.kind: each.slug}).address)
            for _, each in scored[:MOST_SUBJECTS]
        ]

    def latest(self):
        dated = self.public.filter(date__isnull=False).select_related("page")
        return [
            Link(entry.title, entry.page.get_url(self.request), entry.date)
            for entry in dated.newest_first()[:LATEST]
        ]


def likeness(name, typed):
    """How much a name's likest word resembles one that was typed, of 100."""
    own = [fold(word[0]) for word in words(name)]
    pairs = [(one, other) for one in own for other in typed if len(one) > 2]
    return max((fuzz.ratio(one, other) for one, other in pairs), default=0)


def counted_of(found):
    """How many results there are, in words."""
    if found.is_more:
        return f"More than {MOST_FOUND:,} results"
    return counted(len(found.rows), "result")
