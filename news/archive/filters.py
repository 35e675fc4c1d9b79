"""What a list of news is narrowed to, and the one address that the list then has."""

import re
from dataclasses import asdict, dataclass, replace
from datetime import date

from django.http import Http404
from django.utils.http import urlencode

SLUG = r"[-a-zA-Z0-9_]{1,60}"
FORMS = {"topic": SLUG, "region": SLUG, "year": r"[0-9]{4}", "month": r"0?[1-9]|1[0-2]"}


@dataclass(frozen=True)
class Filters:
    """Slugs of a topic and a region, a year, and a month such as ``05``.

    What is empty isn't narrowed. The fields are in the order that addresses have them in.
    """

    topic: str = ""
    region: str = ""
    year: str = ""
    month: str = ""

    def items(self):
        """The filters that are set, as pairs of name and value."""
        return [(name, value) for name, value in asdict(self).items() if value]

    @property
    def are_combined(self):
        """Whether there is more than one; a month belongs to its year."""
        return sum(map(bool, (self.topic, self.region, self.year))) > 1

    @property
    def address(self):
        """Where the list is, below the news section."""
        if self.are_combined:
            return f"?{urlencode(self.items())}"
        if self.topic:
            return f"topics/{self.topic}/"
        if self.region:
            return f"regions/{self.region}/"
        return "".join(f"{part}/" for part in (self.year, self.month) if part)

    def without(self, name):
        """The filters but one; a month goes with its year."""
        change = {"year": "", "month": ""} if name == "year" else {name: ""}
        return replace(self, **change)

    def cover(self, month):
        """Whether a month, given as a day in it, is chosen, or nothing of time is."""
        year_passes = self.year in ("", f"{month:%Y}")
        return year_passes and self.month in ("", f"{month:%m}")

    @property
    def first_day(self):
        """Where the chosen time begins."""
        return date(int(self.year), int(self.month or 1), 1)

    def are_asked_by(self, query, in_path):
        """Whether the list's own address has this query and these values in its path.

        Whatever else is in the query, such as marks of a newsletter, changes nothing.
        """
        in_query = [
            (name, value)
            for name, values in query.lists()
            for value in values
            if name in FORMS
        ]
        own = ([], self.items()) if self.are_combined else (self.items(), [])
        return (list(in_path.items()), in_query) == own


def read_filters(query, in_path):
    """The filters that an address asks for, in its query or in its path.

    Raises Http404 for what can't be a filter, for two values of one, and for a month
    without a year.
    """
    chosen = {}
    for name, form in FORMS.items():
        values = set(query.getlist(name))
        if name in in_path:
            values.add(in_path[name])
        if len(values) > 1:
            raise Http404(f"Only one {name} can be chosen.")
        if values:
            chosen[name] = matching_or_404(name, form, values.pop())
    if "month" in chosen:
        if "year" not in chosen:
            raise Http404("A month needs a year.")
        chosen["month"] = f"{chosen['month']:0>2}"
    return Filters(**chosen)


def matching_or_404(name, form, value):
    if not re.fullmatch(form, value):
        raise Http404(f"{value!r} can't be a {name}.")
    return value
