"""What a reader asks the search for: words, filters and an order, all in the address."""

from dataclasses import dataclass, field, replace
from datetime import date
from urllib.parse import urlencode

from django import forms
from django.db.models import Q

from search.finding.queries import tidy
from search.models import filter_term

FILTERS = ["kind", "year", "topic", "region"]
NEWEST = "date"
LONGEST_VALUE = 60  # letters of a filter


class DayField(forms.DateField):
    """A day that may be left out, as browsers send it and as people here write it."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    default_error_messages = {
        "invalid": "“%(value)s” is not a date. Write it like 2014-12-08."
    }

    def __init__(self, **options):
        formats = ["%Y-%m-%d", "%d/%m/%Y", "%d %B %Y"]
        super().__init__(required=False, input_formats=formats, **options)

    def to_python(self, value):
        try:
            return super().to_python(value)
        except forms.ValidationError as error:
            error.params = {"value": value[:20]}
            raise


class DatesForm(forms.Form):
    """The dates between which an article may be; either may be left out."""

    since = DayField(label="From")
    until = DayField(label="To")

    def clean(self):
        since, until = self.cleaned_data.get("since"), self.cleaned_data.get("until")
        if since and until and since > until:
            self.cleaned_data.update(since=until, until=since)


@dataclass(frozen=True)
class Criteria:
    query: str = ""
    kind: str = ""
    year: str = ""
    topic: str = ""
    region: str = ""
    since: date | None = None
    until: date | None = None
    sort: str = ""

    @property
    def address(self):
        """The query string of a search for this, from its "?" on."""
        values = {name: value for name, value in vars(self).items() if value}
        return f"?{urlencode(values)}" if values else "?"

    def but(self, **change):
        return replace(self, **change)

    @property
    def chosen(self):
        """The filters that are set, by name."""
        return {name: getattr(self, name) for name in FILTERS if getattr(self, name)}

    @property
    def kept(self):
        """What a form for other dates must send too, by name."""
        kept = {"query": self.query, **self.chosen, "sort": self.sort}
        return {name: value for name, value in kept.items() if value}

    @property
    def filter_terms(self):
        return [filter_term(name, value) for name, value in self.chosen.items()]

    @property
    def days(self):
        days = Q()
        if self.since:
            days &= Q(date__gte=self.since)
        if self.until:
            days &= Q(date__lte=self.until)
        return days

    def is_first_of(self, page_number):
        """Whether this is what a reader typed, and not yet a later page or narrowed."""
        return page_number == 1 and self == Criteria(query=self.query)

    @property
    def is_empty(self):
        return self == Criteria(sort=self.sort)


@dataclass
class Asked:
    """The criteria of a request, and its form of dates with what is wrong in them."""

    criteria: Criteria
    dates: DatesForm = field(default_factory=DatesForm)


def read(parameters) -> Asked:
    """Read a query string. Dates that are none are left out, and the form says so."""
    dates = DatesForm(parameters)
    dates.is_valid()
    filters = {name: tidy(parameters.get(name, ""))[:LONGEST_VALUE] for name in FILTERS}
    criteria = Criteria(
        query=tidy(parameters.get("query", "")),
        since=dates.cleaned_data.get("since"),
        until=dates.cleaned_data.get("until"),
        sort=NEWEST if parameters.get("sort") == NEWEST else "",
        **filters,
    )
    return Asked(criteria, dates)
