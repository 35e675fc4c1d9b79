"""What else a reader may try when a search finds nothing."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.utils.functional import cached_property
from rapidfuzz import fuzz

from psgsite.numbers import counted
from search.finding.queries import parse
from search.finding.rarity import Rarity
from search.finding.steps import MOST_FOUND, Search, read_synonyms
from search.models import Entry, Subject
from search.results.criteria import Criteria
from search.results.reading import read_results
from search.results.subjects import Subjects
from search.words.analysis import STOP_WORDS, fold, words
from search.words.spelling import guesses, vocabulary

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
        """The search with words as the site spells them, if that finds anything."""
        text = self.criteria.query
        known = vocabulary() if self.found.missing else {}
        for clause in self.found.missing:
            for guess in guesses(clause, known, in_company=True)[:1]:
                text = text.replace(clause.typed, guess.typed)
        if text != self.criteria.query and self.find(text).rows:
            return Link(text, Criteria(query=text).address)
        return None

    def fewer(self):
        """What is found without the rarest words: their link, and the first results."""
        for text, found in self.with_fewer_words():
            if found.rows:
                link = Link(text, Criteria(query=text).address, counted_of(found))
                rows = found.rows[:SHOWN]
                subjects = Subjects([row.pk for row in rows])
                weights = found.weights
                results = read_results(rows, subjects, weights, self.request)
                return {"link": link, "results": results}
        return None

    def with_fewer_words(self):
        """What is typed, and found, without one of the words, without two, and so on."""
        weights = self.found.weights
        known = sorted(weights, key=weights.get)[:-1]
        known = [each for each in known if each not in self.found.missing]
        rarity = Rarity(known)
        for count in range(len(known), 0, -1):
            kept = known[:count]
            text = " ".join(each.typed for each in weights if each in kept)
            yield text, self.find(text, rarity)

    def find(self, text, rarity=None):
        """What has all words of a text, whatever else was chosen."""
        query = parse(text, self.synonyms)
        search = Search(self.private_paths)
        return search.find_all(query, rarity or Rarity(query.clauses))

    @cached_property
    def synonyms(self):
        return read_synonyms()

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
