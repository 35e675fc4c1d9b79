"""Looks up in a corpus which documents answer a query."""

from collections import Counter
from functools import cached_property

from benchmarks.documents import folded, has_all, has_any, words_in


class Library:
    def __init__(self, documents):
        self.documents = documents
        self.articles = [each for each in documents if each.event]
        self.placed = [each for each in self.articles if "place" in each.event.details]

    @cached_property
    def words(self):
        """How many documents have each word."""
        return Counter(
            word for each in self.documents for word in set(words_in(each.folded_text))
        )

    def graded(self, grade_of):
        grades = {each.url: grade_of(each) for each in self.documents}
        return {url: grade for url, grade in grades.items() if grade}

    def which(self, test):
        return self.graded(lambda document: 3 if test(document) else 0)

    def with_any(self, phrases):
        """Documents that have one of the phrases anywhere, one as good as another."""
        return self.which(lambda document: has_any(document.folded_text, phrases))

    def on(self, *phrases):
        """Documents on something, known by its names, and those that only mention it."""

        def grade(document):
            top = document.folded_top + folded(*document.regions)
            if has_any(top, phrases):
                return 3
            return 1 if has_any(document.folded_text, phrases) else 0

        return self.graded(grade)

    def titled(self, words):
        """Documents with all the words in the title or, less good, in the summary too."""

        def grade(document):
            if has_all(document.folded_title, words):
                return 3
            return 2 if has_all(document.folded_top, words) else 0

        return self.graded(grade)

    def about(self, **wanted):
        """Documents on a topic, in a place, of a time: see ``is_about()``."""
        return self.which(lambda document: is_about(document, **wanted))


def is_about(document, *, topic=None, region=None, when="", **details):
    """Whether all that is given is so.

    ``when`` is how the day begins in ISO 8601, "2011" or "2011-03"; ``details`` are
    those of its event, such as a town, and must be in the text too.
    """
    event = document.event
    known = event.details if event else {}
    regions = [*document.regions, known.get("region")]
    return (
        (topic is None or topic in document.topics)
        and (region is None or region in regions)
        and f"{document.day}".startswith(when)
        and all(known.get(name) == value for name, value in details.items())
        and has_all(document.folded_text, details.values())
    )
