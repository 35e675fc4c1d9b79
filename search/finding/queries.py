"""What a reader typed, taken apart."""

import re
from dataclasses import dataclass, field, replace

from search.words.analysis import LIGHT_WORDS, STOP_WORDS, WORD, clean, term, terms

LONGEST_QUERY = 200  # letters
MOST_WORDS = 40
LONGEST_NAME = 6  # words of a name that has synonyms

# A minus before a word, quoted words, or words as they come.
PART = re.compile(
    r'(?P<minus>(?<!\S)[-\u2212\u2013](?=[^\s-]))?(?:["“”„«»](?P<quoted>[^"“”„«»]*)["“”„«»]'
    r'|(?P<plain>[^\s"“”„«»]+))'
)

QUESTION_WORDS = frozenset(
    terms("who what when where why how which whose quién qué cuándo dónde cómo cuál")
)
SHORTEST_QUESTION = 3  # clauses
LONG = 4  # clauses

# The terms of one word or of a phrase.
Way = tuple[str, ...]


@dataclass(frozen=True)
class Clause:
    """One thing looked for: what was typed, and the ways in which a page may have it."""

    typed: str
    ways: tuple[Way, ...]
    is_quoted: bool = False

    @property
    def is_light(self):
        """Whether pages may do without it, if they have the rest."""
        return not self.is_quoted and LIGHT_WORDS.issuperset(self.ways[0])

    @property
    def is_name(self):
        """Whether it was written as names and numbers are."""
        return self.typed[:1].isupper() or self.typed.isdigit()


@dataclass(frozen=True)
class Query:
    """``clauses`` are looked for, ``excluded`` must not be there; ``terms`` are all words."""

    text: str
    clauses: tuple[Clause, ...] = ()
    excluded: tuple[Way, ...] = ()
    terms: Way = ()

    @property
    def says_nothing(self):
        """Whether each word is one of those that are on every page."""
        ways = [way for clause in self.clauses for way in clause.ways]
        return all(STOP_WORDS.issuperset(way) for way in ways)

    @property
    def required(self):
        """The clauses that must be there."""
        return [each for each in self.clauses if not each.is_light] or self.clauses

    @property
    def is_question(self):
        """Whether it is asked as one asks people, with more words than an answer has."""
        asks = self.text.endswith("?") or not QUESTION_WORDS.isdisjoint(self.terms[:1])
        is_long = len(self.clauses) >= SHORTEST_QUESTION
        return asks and is_long and not self.says_nothing

    @property
    def is_long(self):
        """Whether it has more words than one can expect a page to have."""
        is_quoted = any(each.is_quoted for each in self.clauses)
        return self.is_question or (len(self.required) >= LONG and not is_quoted)

    def with_clauses(self, clauses):
        return replace(self, clauses=tuple(clauses))


@dataclass
class Reader:
    """Puts the words of a query into clauses, one by one."""

    synonyms: dict[Way, tuple[Way, ...]]
    clauses: list[Clause] = field(default_factory=list)

    def add_quoted(self, forms):
        way = tuple(term(form) for form in forms)
        self.clauses.append(Clause(" ".join(forms), (way,), is_quoted=True))

    def add(self, forms):
        """Add words as they come; names with synonyms are kept together."""
        while forms:
            length = self.length_of_name(forms)
            way = tuple(term(form) for form in forms[:length])
            ways = dict.fromkeys([way, *self.synonyms.get(way, ())])
            self.clauses.append(Clause(" ".join(forms[:length]), tuple(ways)))
            forms = forms[length:]

    def length_of_name(self, forms):
        way = tuple(term(form) for form in forms[:LONGEST_NAME])
        lengths = range(len(way), 0, -1)
        return next((n for n in lengths if way[:n] in self.synonyms), 1)


def tidy(typed: str) -> str:
    """What was typed, on one line, without what nobody sees, and not too long."""
    return " ".join(clean(typed[: 2 * LONGEST_QUERY]).split())[:LONGEST_QUERY].strip()


def parse(text: str, synonyms: dict[Way, tuple[Way, ...]]) -> Query:
    """Take a query that was made tidy apart; words that say nothing are left out.

    They are kept where there is nothing else.
    """
    reader, excluded, everything, run = Reader(synonyms), [], [], []
    for part in PART.finditer(text):
        forms = forms_of(part["quoted"] or part["plain"] or "")
        if not forms or len(everything) >= MOST_WORDS:
            continue
        if part["minus"]:
            excluded.append(tuple(term(form) for form in forms))
            continue
        everything += [term(form) for form in forms]
        if part["quoted"] and len(forms) > 1:
            reader.add(run)
            reader.add_quoted(forms)
            run = []
        else:
            run += forms
    reader.add(run)
    clauses = meaningful(reader.clauses)
    return Query(text, tuple(clauses), tuple(excluded), tuple(everything))


def forms_of(text):
    return [form for form in WORD.findall(text) if term(form)]


def meaningful(clauses):
    """Each clause once, without those of a word that says nothing, if there are others."""
    once = list({clause.ways: clause for clause in clauses}.values())
    kept = [each for each in once if not STOP_WORDS.issuperset(each.ways[0])]
    return kept or once
