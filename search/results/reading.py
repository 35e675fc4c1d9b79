"""What a reader sees of each entry that was found."""

from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString

from search.models import KINDS, Entry
from search.results.passages import Marker


@dataclass(frozen=True)
class Result:
    page_id: int
    url: str
    title: str
    marked_title: SafeString
    passage: SafeString
    kind: str
    date: date | None
    about: str


def read_results(rows, subjects, weights, request):
    """The results of rows, in their order. ``weights`` are those of the query's clauses."""
    marker = Marker(weights)
    found = Entry.objects.select_related("page").in_bulk([row.pk for row in rows])
    return [read(found[row.pk], subjects, marker, request) for row in rows]


def read(entry, subjects, marker, request):
    return Result(
        page_id=entry.pk,
        url=entry.page.get_url(request),
        title=entry.title,
        marked_title=marker.mark(entry.title),
        passage=marker.passage(entry.summary, entry.text),
        kind=KINDS[entry.kind][0],
        date=entry.date,
        about=", ".join(subjects.names(entry.pk)),
    )
