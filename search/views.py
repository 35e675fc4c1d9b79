from datetime import date

from django.conf import settings
from django.shortcuts import render
from django.views.decorators.http import require_http_methods
from wagtail.models import Site

from psgsite.pagination import page_or_404
from psgsite.sections import private_paths_for
from search.figures import token
from search.finding.limits import TookTooLong, limited_time
from search.finding.queries import parse
from search.finding.steps import Found, Search
from search.results.criteria import NEWEST, read
from search.results.facets import Facets
from search.results.help import Help, counted_of
from search.results.promoted import promoted
from search.results.reading import read_results
from search.results.subjects import Subjects

RESULTS_PER_PAGE = 10


@require_http_methods(["GET", "HEAD"])
def search(request):
    """Show what was found for the words and filters in the address, and what narrows it."""
    asked = read(request.GET)
    criteria = asked.criteria
    private_paths = private_paths_for(request)
    search = Search(private_paths, criteria.filter_terms, criteria.days)
    try:
        with limited_time(settings.SEARCH_TIME_LIMIT):
            return show(search.find(criteria.query), asked, request, private_paths)
    except TookTooLong:
        nothing = Found(parse(criteria.query, {}), took_too_long=True)
        return show(nothing, asked, request, private_paths)


def show(found, asked, request, private_paths):
    criteria = asked.criteria
    chosen = promoted(found.query, request, private_paths)
    rows = newest_first(found.rows) if criteria.sort == NEWEST else found.rows
    results = page_or_404(rows, request, per_page=RESULTS_PER_PAGE)
    subjects = Subjects([row.pk for row in found.rows])
    results.object_list = read_results(
        results.object_list, subjects, found.weights, request
    )
    context = {
        "criteria": criteria,
        "query": criteria.query,
        "dates": asked.dates,
        "heading": heading(criteria, counted_of(found), results.number),
        "found": found,
        "count": counted_of(found),
        "results": results,
        "promoted": chosen,
        "facets": Facets(criteria, found.rows, subjects, is_more=found.is_more),
        "canonical": Site.find_for_request(request).root_url + request.path,
    }
    if criteria.is_first_of(results.number) and not found.took_too_long:
        pages = [each.page_id for each in (*chosen, *results) if each.page_id]
        context["token"] = token(criteria.query, len(found.rows), pages)
    if not found.rows:
        context["help"] = Help(found, criteria, request, private_paths)
    return render(request, "search/results.html", context)


def heading(criteria, count, number):
    """What the page is called in a browser's list of pages."""
    if criteria.is_empty:
        return "Search"
    words = f" for “{criteria.query}”" if criteria.query else ""
    page = f", page {number}" if number > 1 else ""
    return f"{count}{words}{page} – Search"


def newest_first(rows):
    """Rows by their dates; those without one are last."""
    return sorted(rows, key=lambda row: (row.date or date.min, row.pk), reverse=True)
