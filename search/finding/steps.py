"""Finds entries: those with all words, else with corrected words, else with most of them."""

from dataclasses import dataclass, field, replace
from itertools import chain, combinations, islice

from django.db.models import Q
from modelsearch.query import And, Or, PlainText

from search.finding.queries import Clause, Query, Way, parse
from search.finding.ranking import Row, rank
from search.finding.rarity import Rarity
from search.models import KINDS, NAME, Entry, Synonyms, filter_term
from search.words.spelling import guesses, vocabulary

MOST_FOUND = 1000  # entries that are counted and ranked
MOST_NAMED = 300  # entries that are named so, where there are more
COMMON = 4000  # entries that have all words, from which only the newest are read
MOST_CLAUSES = 10  # that must be there; the rarest, if there are more
ENOUGH_OF_QUESTION = 0.35  # that names someone or somewhere
ENOUGH = 0.5  # of the weight of all words, for an entry that has only some
MOST_GROUPED = 6  # clauses of which most must be there
MOST_TRIES = 6  # of corrections
# What all entries have: the index must be asked for something, though it be for days alone.
ANYTHING = Or([PlainText(filter_term("kind", kind)) for kind in KINDS])


@dataclass
class Found:
    """What a search found, best first; ``is_more`` says that there is more than that."""

    query: Query
    weights: dict[Clause, float] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    is_more: bool = False
    missing: list[Clause] = field(default_factory=list)  # words that nothing has
    corrected: dict[str, str] = field(default_factory=dict)  # what was typed, and meant
    is_partial: bool = False  # none has all words
    is_extended: bool = False  # some have all words, others most
    took_too_long: bool = False


def read_synonyms() -> dict[Way, tuple[Way, ...]]:
    return {way: names.ways for names in Synonyms.objects.all() for way in names.ways}


@dataclass
class Search:
    """One search among the entries whose pages any visitor may read.

    ``filters`` are terms that the index has wherever a filter holds.
    """

    private_paths: list[str]
    filters: list[str] = field(default_factory=list)
    days: Q = field(default_factory=Q)

    def find(self, text: str) -> Found:
        """Take the steps one by one until something is found."""
        query = parse(text, read_synonyms())
        rarity = Rarity(query.clauses)
        found = self.find_all(query, rarity)
        if found.rows and query.is_long:
            return extend(found, self.find_most(query, {}, rarity))
        if found.rows or query.says_nothing:
            return found
        found.missing = [each for each in query.clauses if not rarity.count(each)]
        in_company = len(query.clauses) > 1
        known = vocabulary() if found.missing else {}
        choices = {
            each: guesses(each, known, in_company=in_company) for each in found.missing
        }
        if guessed := [*chain(*choices.values())]:
            rarity = Rarity([*query.clauses, *guessed])
        better = self.find_corrected(query, choices, rarity)
        if not better or query.is_long:
            most = self.find_most(query, choices, rarity)
            better = extend(better, most) if better else most
        return replace(better, missing=found.missing) if better.rows else found

    def find_all(self, query, rarity) -> Found:
        """Those with all words."""
        weights = rarity.weights(query.clauses, MOST_CLAUSES)
        if not weights and not self.filters and not self.days:
            return Found(query)
        if weights and query.says_nothing:
            # "About us" and "who are you" name pages about the group.
            pages = PlainText(filter_term("kind", "page"))
            rows, is_more = self.fetch([*anywhere(weights, NAME), pages], query)
            return Found(query, weights, rank(rows, query, weights), is_more)
        required = [each for each in query.required if each in weights]
        rows, is_more = self.fetch_newest(anywhere(required), query, rarity)
        if is_more and required and count_named(rows, required) < MOST_NAMED:
            # Others that are named so may be older than the newest thousand.
            rows += self.fetch(anywhere(required, NAME), query, MOST_NAMED)[0]
        return Found(query, weights, rank(rows, query, weights), is_more)

    def find_corrected(self, query, choices, rarity) -> Found | None:
        """Those with all words, once each that nothing has is another that is like it."""
        for corrected in islice(corrections(choices), MOST_TRIES):
            found = self.find_all(put_right(query, corrected), rarity)
            if found.rows:
                return replace(found, corrected=told(corrected))
        return None

    def find_most(self, query, choices, rarity) -> Found:
        """Those with most of the words by their weight, some of them corrected."""
        corrected = {each: guessed[0] for each, guessed in choices.items() if guessed}
        query = put_right(query, corrected)
        names = [
            each for each in query.clauses[1:] if each.is_name and rarity.count(each)
        ]
        names = names if query.is_question else []
        groups = enough_of(
            query.clauses, rarity, ENOUGH_OF_QUESTION if names else ENOUGH
        )
        if not groups:
            return Found(query)
        wanted = [*anywhere(names), Or([And(anywhere(group)) for group in groups])]
        rows, is_more = self.fetch(wanted, query)
        weights = rarity.weights(query.clauses, MOST_CLAUSES)
        rows = rank(rows, query, weights)
        corrected = self.corrections_in(wanted, corrected, query)
        return Found(
            query, weights, rows, is_more, corrected=told(corrected), is_partial=True
        )

    def corrections_in(self, wanted, corrected, query):
        """Those that an entry has among the ``wanted``; others may be of private pages."""
        return {
            old: new
            for old, new in corrected.items()
            if self.fetch([*wanted, *anywhere([new])], query, 1)[0]
        }

    def fetch_newest(self, wanted, query, rarity):
        """The newest entries that have each of ``wanted``, and whether there are more.

        Of words that many have, some years are enough, which saves reading the rest.
        """
        share = rarity.share(query.required)
        if share * rarity.total > COMMON and not self.filters:
            oldest = year_of_newest(round(2 * MOST_FOUND / share))
            years = range(oldest, rarity.newest.year + 1)
            recent = [PlainText(filter_term("year", year)) for year in years]
            undated = PlainText(filter_term("kind", "page"))
            rows, is_more = self.fetch([*wanted, Or([undated, *recent])], query)
            if is_more:
                return rows, is_more
        return self.fetch(wanted, query)

    def fetch(self, wanted, query, most=None):
        """The newest entries that have all of ``wanted``, and whether there are more."""
        most = most or MOST_FOUND
        wanted = [*wanted, *map(PlainText, self.filters)] or [ANYTHING]
        looked_for = And(wanted)
        for way in query.excluded:
            looked_for &= ~phrase(way)
        matching = Entry.objects.matching(looked_for).filter(self.days)
        public = matching.for_everyone(self.private_paths).newest_first()
        rows = public.values_list(*Row._fields)[: most + 1]
        rows = [Row(*row) for row in rows]
        return rows[:most], len(rows) > most


def count_named(rows, clauses):
    """How many entries have all these words in their names."""
    names = [set(row.names.split()) for row in rows]
    return sum(
        all(any(map(own.issuperset, clause.ways)) for clause in clauses)
        for own in names
    )


def year_of_newest(number):
    """The year before which so many entries are newer, or that of the oldest."""
    dated = Entry.objects.filter(date__isnull=False).order_by("-date")
    found = dated.values_list("date", flat=True)[number : number + 1]
    return (found.first() or dated.values_list("date", flat=True).last()).year


def extend(found, most):
    """Add those with most of the words. Who asks a question has used words at random."""
    rows = most.rows
    if not found.query.is_question:
        pks = {row.pk for row in found.rows}
        rows = found.rows + [row for row in most.rows if row.pk not in pks]
    is_extended = len(rows) > len(found.rows)
    return replace(most, rows=rows, is_partial=False, is_extended=is_extended)


def corrections(choices):
    """Which word may be which other; the likeliest of each first, then one by one."""
    if choices and all(choices.values()):
        first = {each: guessed[0] for each, guessed in choices.items()}
        yield first
        for each, guessed in choices.items():
            for other in guessed[1:]:
                yield first | {each: other}


def put_right(query, corrected):
    """The query with corrected clauses."""
    query = query.with_clauses(corrected.get(each, each) for each in query.clauses)
    meant = {old.ways[0]: new.ways[0] for old, new in corrected.items()}
    terms = [other for term in query.terms for other in meant.get((term,), (term,))]
    return replace(query, terms=tuple(terms))


def told(corrected):
    return {old.typed: new.typed for old, new in corrected.items()}


def enough_of(clauses, rarity, share):
    """The smallest groups of known clauses that have this share of the weight of all."""
    weights = rarity.weights(clauses)
    least = share * sum(weights.values())
    known = [each for each in clauses if rarity.count(each)]
    rarest = sorted(known, key=weights.get, reverse=True)[:MOST_GROUPED]
    groups = []
    for size in range(1, len(rarest) + 1):
        for group in combinations(rarest, size):
            is_enough = sum(map(weights.get, group)) >= least
            if is_enough and not any(set(group).issuperset(each) for each in groups):
                groups.append(group)
    return groups


def anywhere(clauses, place=""):
    """What the index is asked for each of these clauses."""
    return [Or([phrase(way, place) for way in clause.ways]) for clause in clauses]


def phrase(way, place=""):
    """Terms that follow one another; in a ``place``, all of them.

    Both databases take a word with underscores for a phrase.
    """
    if place:
        return PlainText(" ".join(place + term for term in way), operator="and")
    return PlainText("_".join(way))
