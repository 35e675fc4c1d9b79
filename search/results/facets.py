"""What can narrow a search, with how many results each would leave, and what was chosen."""

from collections import Counter

from django.db.models import Q
from django.utils.formats import date_format

from search.models import KINDS, Subject
from search.results.criteria import FILTERS, NEWEST

TITLES = {
    "kind": "By kind",
    "year": "By year",
    "topic": "By topic",
    "region": "By region",
}
FIRST = 8  # links that are shown at once
SUBJECTS = ("topic", "region")


class Facets:
    """The links that narrow or widen a search whose results are known.

    Where there are more results than ``rows``, counts are of the rows. Takes a query only
    if a chosen topic or region has no results.
    """

    def __init__(self, criteria, rows, subjects, *, is_more):
        self.criteria = criteria
        self.is_more = is_more
        self.total = len(rows)
        kinds = Counter(row.kind for row in rows).most_common()
        years = Counter(str(row.date.year) for row in rows if row.date)
        self.counts = subjects.counts()
        self.values = {
            "kind": [(kind, KINDS[kind][1], count) for kind, count in kinds],
            "year": [(year, year, years[year]) for year in sorted(years, reverse=True)],
        } | {kind: self.values_of(kind) for kind in SUBJECTS}

    def values_of(self, kind):
        return [
            (subject.slug, subject.name, count)
            for subject, count in self.counts
            if subject.kind == kind
        ]

    @property
    def may_narrow(self):
        return self.total > 1

    @property
    def groups(self):
        """The filters that are not chosen yet, and tell results apart: titles with links."""
        return [
            {
                "title": title,
                "name": name,
                "links": self.links(name)[:FIRST],
                "more": self.links(name)[FIRST:],
            }
            for name, title in TITLES.items()
            if not getattr(self.criteria, name) and self.tells_apart(name)
        ]

    def tells_apart(self, name):
        return len(self.values[name]) > 1 or (name in SUBJECTS and self.values[name])

    def links(self, name):
        return [
            {
                "name": shown,
                "url": self.criteria.but(**{name: value}).address,
                "count": count,
                "is_least": self.is_more,
            }
            for value, shown, count in self.values[name]
        ]

    @property
    def removals(self):
        """What was chosen, each with the address of the search without it."""
        criteria, names = self.criteria, self.names_of_chosen()
        removals = [
            {
                "name": names.get((name, value), value),
                "url": criteria.but(**{name: ""}).address,
            }
            for name, value in criteria.chosen.items()
        ]
        for name, word in (("since", "from"), ("until", "to")):
            if day := getattr(criteria, name):
                said = f"{word} {date_format(day, 'j F Y')}"
                removals.append(
                    {"name": said, "url": criteria.but(**{name: None}).address}
                )
        return removals

    def names_of_chosen(self):
        names = {("kind", kind): name for kind, (_, name) in KINDS.items()}
        names |= {(each.kind, each.slug): each.name for each, _ in self.counts}
        unknown = Q()
        for kind, value in self.criteria.chosen.items():
            if kind in SUBJECTS and (kind, value) not in names:
                unknown |= Q(kind=kind, slug=value)
        found = Subject.objects.filter(unknown) if unknown else []
        return names | {(each.kind, each.slug): each.name for each in found}

    @property
    def orders(self):
        """The two orders: name, address, and whether it is this one."""
        return [
            {
                "name": name,
                "url": self.criteria.but(sort=sort).address,
                "current": self.criteria.sort == sort,
            }
            for name, sort in (("Best match", ""), ("Newest first", NEWEST))
        ]

    @property
    def without_filters(self):
        none = dict.fromkeys(FILTERS, "") | {"since": None, "until": None}
        return self.criteria.but(**none).address
