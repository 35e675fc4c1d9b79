"""The order of what was found: what is named so first, then what is about it, then the rest."""

from collections import namedtuple
from datetime import date
from itertools import pairwise
from math import exp, log

from django.utils.dates import MONTHS

from search.models import Entry
from search.words.analysis import STOP_WORDS, term

Row = namedtuple("Row", "pk kind date names summary_terms subject_terms")

# What a term counts for, by where it is.
NAME, SUMMARY, SUBJECT, TEXT = 6, 3, 2.5, 1
NAME_ASKED = 2  # in a question, whose words are seldom those of a title
ENOUGH = 3  # half of what a clause can give is reached at this count
# Letters of terms; a longer text has each word more often by chance.
USUAL_LENGTH = 2500
# What stands beside the words counts as a share of what all words can give.
EXACT_NAME, START_OF_NAME, PHRASE_IN_NAME, PHRASE = 0.8, 0.25, 0.4, 0.25
PAIRS = 0.2  # for words that stand together as they were typed
ONLY_NAMED = 0.35  # for a name that has no other words
ABOUT = 0.3  # for subjects that are all that is looked for, beside a time
STANDING = 0.3  # for a standing page that is named so
SAME_YEAR, SAME_MONTH = 0.3, 0.3
NEWNESS, YEARS = 0.08, 6  # what today's article gets, and when it has lost two thirds
NEARNESS = 0.5  # for words of a question that one sentence has
NEAR = 16  # terms, about a sentence
MOST_TERMS = 4000  # of a text in which sentences are looked for
LACKING = 1.5  # the power with which words of a question that a page lacks weigh

BEST = 200  # entries whose texts are read
MONTH_TERMS = {term(str(name)): number for number, name in MONTHS.items()}


def rank(rows, query, weights):
    """Return the rows, best first, each once; ``weights`` are those of the clauses."""
    if not weights:
        return rows
    rows = list({row.pk: row for row in rows}.values())
    scorer = Scorer(query, weights)
    scores = {row.pk: scorer.score(row) for row in rows}
    rows.sort(key=lambda row: scores[row.pk], reverse=True)
    best = rows[:BEST]
    texts = dict(
        Entry.objects.filter(pk__in=[row.pk for row in best]).values_list(
            "pk", "text_terms"
        )
    )
    scores = {row.pk: scorer.score(row, texts[row.pk]) for row in best}
    best.sort(key=lambda row: scores[row.pk], reverse=True)
    return best + rows[BEST:]


class Scorer:
    """Says how well rows fit a query whose clauses have these weights."""

    def __init__(self, query, weights):
        self.weights = weights
        self.is_question = query.is_question
        self.name = NAME_ASKED if query.is_question else NAME
        self.all = sum(weights.values()) or 1
        self.needles = {
            clause: [needle(way) for way in clause.ways] for clause in weights
        }
        told = [term for term in query.terms if term not in STOP_WORDS]
        self.phrases = {needle(query.terms), needle(told)}
        self.starts = [f"|{phrase}" for phrase in self.phrases]
        self.exact = [f"|{phrase}|" for phrase in self.phrases]
        self.is_phrase = len(told) > 1
        self.known = {term for each in weights for way in each.ways for term in way}
        self.years = {int(term) for term in told if len(term) == 4 and term.isdigit()}
        self.times = {str(year) for year in self.years} | MONTH_TERMS.keys()
        self.months = set(months_in(query.terms))
        self.first_terms = {way[0]: clause for clause in weights for way in clause.ways}
        self.pairs = [
            needle(pair)
            for pair in pairwise(query.terms)
            if STOP_WORDS.isdisjoint(pair)
        ]

    def score(self, row, text=""):
        """How well a row fits, in shares of what its words can give; about 0 to 3."""
        return (
            self.score_words(row, text)
            + self.score_name(row)
            + self.score_subjects(row)
            + self.score_phrase(row, text)
            + self.score_nearness(row, text)
            + self.score_time(row.date)
            + newness(row.date)
        )

    def score_words(self, row, text):
        """For having the words; for a question, for having them all rather than often."""
        shares = {
            clause: self.share(needles, row, text)
            for clause, needles in self.needles.items()
        }
        words = sum(self.weights[each] * share for each, share in shares.items())
        if self.is_question and text:
            had = sum(self.weights[each] for each, share in shares.items() if share)
            words *= (had / self.all) ** LACKING
        return words / self.all

    def share(self, needles, row, text):
        """How much of a clause's weight a row gets: from 0, without it, towards 1."""
        count = (
            self.name * found(needles, row.names, 1)
            + SUMMARY * found(needles, row.summary_terms, 1)
            + SUBJECT * found(needles, row.subject_terms, 1)
        )
        if text:
            length = max(1, len(text) / USUAL_LENGTH)
            count += TEXT * log(1 + found(needles, text, 20) / length)
        return count / (count + ENOUGH)

    def score_name(self, row):
        if not all(found(needles, row.names, 1) for needles in self.needles.values()):
            return 0
        if any(exact in row.names for exact in self.exact):
            return EXACT_NAME + STANDING * (row.kind == "page")
        names = [set(name.split()) - STOP_WORDS for name in row.names.split("|")]
        return (
            START_OF_NAME * any(start in row.names for start in self.starts)
            + ONLY_NAMED * any(name and name <= self.known for name in names)
            + STANDING * (row.kind == "page")
        )

    def score_subjects(self, row):
        """For being about all that is looked for: a topic and a place, at some time."""
        if len(self.weights) < 2:
            return 0
        names = row.subject_terms.split("|")
        subjects = [set(name.split()) - STOP_WORDS for name in names]
        told = set().union(*(name for name in subjects if name <= self.known))
        is_about = all(
            any(told | self.times >= set(way) for way in clause.ways)
            for clause in self.weights
        )
        return ABOUT * (is_about and bool(told))

    def score_phrase(self, row, text):
        if not self.is_phrase:
            return 0
        if any(phrase in row.names for phrase in self.phrases):
            return PHRASE_IN_NAME + PAIRS
        told = f"{row.names}{row.summary_terms}|{text}"
        pairs = sum(pair in told for pair in self.pairs) / max(1, len(self.pairs))
        return PHRASE * any(phrase in told for phrase in self.phrases) + PAIRS * pairs

    def score_nearness(self, row, text):
        """For having a question's words near to one another, as an answer has them."""
        if not (self.is_question and text):
            return 0
        told = f"{row.summary_terms}{text}".split()[:MOST_TERMS]
        starts = range(0, len(told), NEAR // 2)
        parts = (told[start : start + NEAR] for start in starts)
        return NEARNESS * max(map(self.weigh, parts), default=0) / self.all

    def weigh(self, terms):
        """What the clauses weigh that have their first word among ``terms``."""
        told = {self.first_terms[term] for term in terms if term in self.first_terms}
        return sum(self.weights[clause] for clause in told)

    def score_time(self, day):
        if day is None:
            return 0
        same_year = day.year in self.years
        same_month = day.month in self.months and (same_year or not self.years)
        return SAME_YEAR * same_year + SAME_MONTH * same_month


def months_in(terms):
    """The months that are named; "may" is one only beside a number."""
    for position, each in enumerate(terms):
        around = [*terms[max(0, position - 1) : position], *terms[position + 1 :][:1]]
        is_meant = each not in STOP_WORDS or any(map(str.isdigit, around))
        if each in MONTH_TERMS and is_meant:
            yield MONTH_TERMS[each]


def needle(way):
    return f" {' '.join(way)} "


def found(needles, text, most):
    return min(most, sum(text.count(needle) for needle in needles))


def newness(day):
    if day is None:
        return 0
    return NEWNESS * exp((day - date.today()).days / 365 / YEARS)
