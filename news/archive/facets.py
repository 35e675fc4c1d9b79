"""Links that narrow a list further or change what is chosen, each with its count.

A link is a dict of ``name``, ``url``, ``count`` and ``current``, whether it is chosen.
"""

from dataclasses import replace

from django.utils.formats import date_format

from news.archive.counts import by_year


class Facets:
    """The links for a list of which the filters and the counts are known."""

    def __init__(self, chosen, news_url):
        self.chosen = chosen
        self.news_url = news_url

    def link(self, name, count, **change):
        """A link to the list with ``change`` among its filters."""
        chosen = [
            getattr(self.chosen, part) == value
            for part, value in change.items()
            if value
        ]
        return {
            "name": name,
            "url": self.news_url + replace(self.chosen, **change).address,
            "count": count,
            "current": all(chosen),
        }

    def years(self, months):
        return [
            self.link(year, count, year=str(year), month="")
            for year, count, _ in by_year(months)
        ]

    def months(self, months):
        """Months of the chosen year, or of the latest: with all, a list would be long."""
        groups = by_year(months)
        year = int(self.chosen.year or (groups[0][0] if groups else 0))
        shown = [
            month for group, _, members in groups if group == year for month in members
        ]
        return {"year": year, "links": [self.month(month) for month in shown]}

    def month(self, month):
        day = month["month"]
        name = date_format(day, "F")
        return self.link(name, month["count"], year=f"{day:%Y}", month=f"{day:%m}")

    def subjects(self, subjects, field):
        """Links for counted topics or regions; ``key`` is the slug."""
        return [
            self.link(subject["name"], subject["count"], **{field: subject["key"]})
            | {"key": subject["key"]}
            for subject in subjects
        ]
