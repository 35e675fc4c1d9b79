"""What the entries that were found are about."""

from collections import Counter, defaultdict
from typing import NamedTuple

from search.models import Entry


class Named(NamedTuple):
    kind: str
    slug: str
    name: str


class Subjects:
    """The topics and regions of entries. Takes one query, however many there are."""

    def __init__(self, pks):
        links = Entry.subjects.through.objects.filter(entry__in=pks)
        fields = [f"subject__{name}" for name in Named._fields]
        self.by_entry = defaultdict(list)
        for pk, *subject in links.values_list("entry", *fields):
            self.by_entry[pk].append(Named(*subject))

    def names(self, pk):
        """Those of an entry, topics before regions."""
        own = sorted(
            self.by_entry[pk], key=lambda each: (each.kind != "topic", each.name)
        )
        return [each.name for each in own]

    def counts(self):
        """How many entries each has, most first."""
        counts = Counter(each for own in self.by_entry.values() for each in own)
        return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0].name))
