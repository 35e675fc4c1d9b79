"""The part of a text that a search found, with the words that it found marked."""

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from search.words.analysis import STOP_WORDS, term, words

LENGTH = 260  # letters of a passage
BEFORE = 80  # letters of a passage before what was found
AT_ONCE = 8_000  # letters that are looked through at once
MOST_READ = 80_000  # letters that are looked through


class Marker:
    """Marks what the clauses of a query found, as long as each weighs."""

    def __init__(self, weights):
        self.weights = weights
        self.ways = {}  # by their first term
        for clause in weights:
            for way in clause.ways:
                if not STOP_WORDS.issuperset(way) or len(weights) == 1:
                    self.ways.setdefault(way[0], []).append((way, clause))

    def mark(self, text: str) -> SafeString:
        """The text as HTML, with ``<mark>`` around each word or phrase that was found."""
        parts, end = [], 0
        for start, stop, _ in self.find(text):
            parts += [
                escape(text[end:start]),
                format_html("<mark>{}</mark>", text[start:stop]),
            ]
            end = stop
        return mark_safe("".join([*parts, escape(text[end:])]))  # noqa: S308 – each is escaped

    def find(self, text):
        """The places of what was found: start, end and clause."""
        found = words(text)
        terms = [term(word[0]) for word in found]
        position = 0
        while position < len(found):
            length, clause = self.match(terms, position)
            if clause:
                yield (
                    found[position].start(),
                    found[position + length - 1].end(),
                    clause,
                )
            position += length

    def match(self, terms, position):
        """How many words from here are one of the ways, and of which clause."""
        for way, clause in self.ways.get(terms[position], ()):
            if tuple(terms[position : position + len(way)]) == way:
                return len(way), clause
        return 1, None

    def passage(self, *texts: str) -> SafeString:
        """The part of the texts that tells most of the clauses; the first text's, if equal."""
        best = max(
            (self.best_part(text) for text in texts if text), default=None, key=worth
        )
        if best is None:
            return SafeString("")
        _, text, start = best
        return self.mark(cut(text, start))

    def best_part(self, text):
        """What the best part of a text is worth, the text it is in, and where it starts."""
        best = (0, text[:AT_ONCE], 0)
        for begin in range(0, min(len(text), MOST_READ), AT_ONCE):
            piece = text[begin : begin + AT_ONCE]
            found = list(self.find(piece))
            parts = [(self.value(found, start), piece, start) for start, *_ in found]
            best = max([best, *parts], key=worth)
            if best[0] >= sum(self.weights.values()):
                break
        return best

    def value(self, found, start):
        """What all that was found in the passage from ``start`` weighs, each clause once."""
        told = {
            clause for at, _, clause in found if start <= at < start + LENGTH - BEFORE
        }
        return sum(self.weights[clause] for clause in told)


def worth(part):
    return part[0]


def cut(text, start):
    """A passage around ``start``, from a word or a sentence on, with dots where it is cut."""
    begin = max(0, start - BEFORE)
    if begin:
        before = text[begin:start]
        sentence = max(before.rfind(". "), before.rfind("\n"))
        skipped = sentence + 1 if sentence >= 0 else before.find(" ")
        begin += max(skipped, 0)
    passage = text[begin : begin + LENGTH]
    end = ""
    if begin + LENGTH < len(text):
        passage, end = passage.rsplit(" ", 1)[0] if " " in passage else passage, " …"
    passage = " · ".join(" ".join(line.split()) for line in passage.strip().split("\n"))
    return f"{'… ' if begin else ''}{passage}{end}"
