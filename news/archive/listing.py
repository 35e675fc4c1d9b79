"""One list of the archive: what it is called, how long it is, and what is near it."""

from dataclasses import replace

from django.http import Http404
from django.utils.formats import date_format
from django.utils.functional import cached_property

from news.archive.counts import (
    count,
    count_months,
    count_subjects,
    find_subjects,
    narrow,
    nearest_months,
)
from news.archive.filters import Filters
from psgsite.numbers import counted

KINDS = {"topics": "topic", "regions": "region"}


class Listing:
    """The articles that pass the filters ``chosen``, of those in ``articles``.

    Takes two queries, and a third if a chosen topic or region has no articles here.
    Raises Http404 for a topic, a region or a year that the news doesn't know.
    """

    def __init__(self, articles, chosen, news_url):
        self.chosen = chosen
        self.news_url = news_url
        self.months = count_months(articles, chosen)
        refuse_unknown_year(chosen, self.months)
        self.subjects = count_subjects(articles, chosen)
        self.names = date_names(chosen) | self.subject_names()
        self.articles = narrow(articles, chosen)

    def subject_names(self):
        """What the chosen topic and region are called, and the region as a place."""
        wanted = [item for item in self.chosen.items() if item[0] in KINDS.values()]
        counted = [*self.subjects["topics"], *self.subjects["regions"]]
        found = [one for one in counted if (KINDS[one["kind"]], one["key"]) in wanted]
        if len(found) < len(wanted):  # what has no articles wasn't counted
            found = find_subjects(self.chosen)
        names = {KINDS[one["kind"]]: one["name"] for one in found}
        for name, slug in wanted:
            if name not in names:
                raise Http404(f"There is no {name} {slug!r}.")
        whole = any(one["national"] for one in found)
        return names | {"place": "Peru as a whole" if whole else names.get("region")}

    @cached_property
    def total(self):
        return count(
            [month for month in self.months if self.chosen.cover(month["month"])]
        )

    @property
    def length(self):
        return counted(self.total, "article")

    @property
    def heading(self):
        return title(self.chosen, self.names)

    @property
    def description(self):
        """What a list that filters made holds; the whole news describes itself."""
        return f"{self.heading}: {self.length.lower()}." if self.heading else ""

    @property
    def own_url(self):
        return self.url(self.chosen)

    def url(self, chosen):
        return self.news_url + chosen.address

    def removals(self):
        """Each filter, with the address of the list without it."""
        return [
            {"name": self.names[name], "url": self.url(self.chosen.without(name))}
            for name, _ in self.chosen.items()
        ]

    def crumbs(self):
        """The lists from the whole news down to this one, each with a filter more."""
        items = self.chosen.items()
        return [
            {
                "title": self.names[name],
                "url": self.url(Filters(**dict(items[: n + 1]))),
            }
            for n, (name, _) in enumerate(items)
        ]

    def alternatives(self):
        """Where else to look if there are no articles: near in time, or with less chosen."""
        lists = [
            self.chosen.without(name)
            for name, _ in self.chosen.items()
            if self.has_news_without(name)
        ]
        if self.chosen.year:
            near = nearest_months(self.months, self.chosen.first_day)
            times = [{"year": f"{day:%Y}", "month": f"{day:%m}"} for day in near]
            lists = [replace(self.chosen, **time) for time in times] + lists
        return [
            {
                "name": title(other, self.names | date_names(other)) or "All news",
                "url": self.url(other),
            }
            for other in lists
        ]

    def has_news_without(self, name):
        """Whether a list with one filter less has articles, as far as the counts tell."""
        if name in KINDS.values():
            return bool(self.subjects[f"{name}s"])
        months = self.months
        if name == "month":
            months = [m for m in months if f"{m['month']:%Y}" == self.chosen.year]
        return count(months) > 0


def refuse_unknown_year(chosen, months):
    """Raise Http404 for a year before the first article's or after the latest one's."""
    years = [f"{month['month']:%Y}" for month in months]
    if chosen.year and not (years and years[-1] <= chosen.year <= years[0]):
        raise Http404(f"There is no news from {chosen.year}.")


def date_names(chosen):
    names = {"year": chosen.year} if chosen.year else {}
    if chosen.month:
        names["month"] = date_format(chosen.first_day, "F")
    return names


def title(chosen, names):
    """What a list is called: "Elections in Puno, November 2014"; "" with nothing chosen.

    The topic opens it, and so keeps the capital that its editor gave it.
    """
    time = " ".join(names[name] for name in ("month", "year") if getattr(chosen, name))
    if chosen.topic and chosen.region:
        about = f"{names['topic']} in {names['place']}"
    elif chosen.topic:
        about = names["topic"]
    elif chosen.region:
        about = f"News from {names['place']}"
    else:
        return f"News from {time}" if time else ""
    return f"{about}, {time}" if time else about
