"""What can narrow a search, with how many results each would leave, and what was chosen."""

from collections import Counter

from django.db.models import Count, Q
from django.utils.formats import date_format

from search.models import Subject
from search.results.criteria import FILTERS, NEWEST

TITLES = {
    "kind": "By kind",
    "year": "By year",
    "topic": "By topic",
    "region": "By region",
}
KINDS = {"article": "News articles", "page": "Pages about the group"}
FIRST = 8  # links that are shown at once
SUBJECTS = ("topic", "region")


class Facets:
    """The links that narrow or widen a search whose results are known.

    Takes one query. Where there are more results than ``rows``, counts are of the rows.
    """

    def __init__(self, criteria, rows, *, is_more):
        self.criteria = criteria
        self.is_more = is_more
        self.total = len(rows)
        self.subjects = list(count_subjects([row.pk for row in rows], criteria))
        years = Counter(str(row.date.year) for row in rows if row.date)
        self.values = {
            "kind": [(kind, KINDS.get(kind, kind), n) for kind, n in count_kinds(rows)],
            "year": [(year, year, years[year]) for year in sorted(years, reverse=True)],
        } | {kind: self.values_of(kind) for kind in SUBJECTS}

    def values_of(self, kind):
        found = [each for each in self.subjects if each.kind == kind]
        found = [each for each in found if hasattr(each, "results")]
        found.sort(key=lambda each: (-each.results, each.name))
        return [(each.slug, each.name, each.results) for each in found]

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
        criteria = self.criteria
        names = {(each.kind, each.slug): each.name for each in self.subjects} | {
            ("kind", kind): name for kind, name in KINDS.items()
        }
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


def count_kinds(rows):
    return Counter(row.kind for row in rows).most_common()


def count_subjects(pks, criteria):
    """The subjects of these entries with their ``results``, and those that were chosen."""
    found = Subject.objects.filter(entries__in=pks).annotate(results=Count("entries"))
    found = list(found)
    chosen = {
        (kind, value) for kind, value in criteria.chosen.items() if kind in SUBJECTS
    }
    missing = Q()
    for kind, slug in chosen - {(each.kind, each.slug) for each in found}:
        missing |= Q(kind=kind, slug=slug)
    return found + (list(Subject.objects.filter(missing)) if missing else [])
