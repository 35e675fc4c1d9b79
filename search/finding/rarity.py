"""How much a word tells: the fewer entries have it, the more."""

from math import log, prod

from django.db.models import Func, Max, Subquery

from search.models import Entry, Word


class Rarity:
    """How many entries have the words of these clauses, and what that makes them weigh."""

    def __init__(self, clauses):
        terms = {term for clause in clauses for way in clause.ways for term in way}
        count = Func("pk", function="COUNT")
        dated = Entry.objects.filter(date__isnull=False).order_by("-date")
        rows = Word.objects.filter(term__in=terms).values_list("term").order_by()
        rows = rows.annotate(
            most=Max("entries"),
            total=Subquery(Entry.objects.order_by().values(count=count)),
            newest=Subquery(dated.values("date")[:1]),
        )
        self.entries, self.total, self.newest = {}, 0, None
        for term, entries, self.total, self.newest in rows:
            self.entries[term] = entries

    def count(self, clause):
        """About how many entries have a clause; 0 if its words are unknown."""
        return max(min(self.entries.get(t, 0) for t in way) for way in clause.ways)

    def share(self, clauses):
        """About what share of the entries have all of these, if none attracts another."""
        if not clauses or not self.total:
            return 0
        return prod(self.count(each) / self.total for each in clauses)

    def weight(self, clause):
        """Inverse document frequency, as BM25 has it (Robertson and Zaragoza 2009)."""
        count = self.count(clause)
        return log(1 + (self.total - count + 0.5) / (count + 0.5))

    def weights(self, clauses, most=None):
        """What clauses weigh, in their order; of the rarest, if only so many may be."""
        weights = {each: self.weight(each) for each in clauses}
        rarest = sorted(weights, key=lambda each: -weights[each])[:most]
        return {each: weight for each, weight in weights.items() if each in rarest}
