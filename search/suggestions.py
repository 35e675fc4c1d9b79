"""What the search offers to readers who are still typing, here and in their browsers' own bar.

Both documents are of OpenSearch 1.1: the description of the site's search, and suggestions.
"""

from typing import NamedTuple
from urllib.parse import urlencode

from django.db.models import Case, Count, When
from django.http import JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods
from modelsearch.query import And, PlainText
from wagtail.search.backends import get_search_backend

from psgsite.models import OrganisationSettings
from psgsite.numbers import counted
from psgsite.privacy import find_private_paths
from psgsite.sitemaps import root_url_or_404
from psgsite.views import short
from search.finding.queries import LONGEST_QUERY, tidy
from search.models import Entry, Subject
from search.words.analysis import WORD, fold

FEWEST_LETTERS = 2
MOST_WORDS = 10
MOST_SUBJECTS = 3
MOST = 8
# Titles that are looked at for those that begin with what was typed.
CANDIDATES = 50
LONGEST_SHORT_NAME = 16  # OpenSearch allows no more


class Suggestion(NamedTuple):
    completion: str
    description: str
    url: str


@require_http_methods(["GET", "HEAD"])
@cache_control(public=True, max_age=300)
def suggest(request):
    """Complete ``?query=``: what was typed, then lists of titles, descriptions, addresses."""
    typed = request.GET.get("query", "")[:LONGEST_QUERY]
    found = find_suggestions(fold_words(tidy(typed))[:MOST_WORDS])
    lists = [[each[column] for each in found] for column in range(3)]
    return JsonResponse(
        [typed, *lists],
        safe=False,
        content_type="application/x-suggestions+json",
        headers={"X-Robots-Tag": "noindex"},
    )


@require_http_methods(["GET", "HEAD"])
@cache_control(public=True, max_age=24 * 60 * 60)
def opensearch(request):
    """Describe the search, so that browsers offer it."""
    name = OrganisationSettings.for_request(request).name
    context = {
        "name": name,
        "short_name": short(name)[:LONGEST_SHORT_NAME],
        "root_url": root_url_or_404(request),
    }
    content_type = "application/opensearchdescription+xml"
    return render(request, "search/opensearch.xml", context, content_type=content_type)


def fold_words(text):
    return [folded for word in WORD.findall(text) if (folded := fold(word))]


def find_suggestions(words):
    """Subjects first, then pages; ``words`` are folded, and may be unfinished."""
    if sum(map(len, words)) < FEWEST_LETTERS:
        return []
    private_paths = find_private_paths()
    subjects = find_subjects(words, private_paths)[:MOST_SUBJECTS]
    pages = find_titles(words, private_paths)[: MOST - len(subjects)]
    return [*map(suggest_subject, subjects), *map(suggest_page, pages)]


def find_subjects(words, private_paths):
    """Subjects with these words in their names, and their ``count`` of articles, as dicts.

    Those whose names begin with the words come first, then the busiest.
    """
    named = [
        subject.pk
        for subject in Subject.objects.all()
        if has(fold_words(subject.name), words)
    ]
    public = Entry.objects.for_everyone(private_paths)
    subjects = Subject.objects.filter(pk__in=named, entries__in=public)
    rows = subjects.values("kind", "slug", "name").annotate(count=Count("entries"))
    return sorted(
        rows,
        key=lambda row: (
            not begins(fold_words(row["name"]), words),
            -row["count"],
            row["name"],
        ),
    )


def find_titles(words, private_paths):
    """Entries with these words in their titles.

    Those that begin with the words come first, then the newest.
    """
    typed = And([PlainText(word) for word in words])
    found = get_search_backend().autocomplete(
        typed, Entry.objects.all(), order_by_relevance=False
    )
    public = found.get_queryset().for_everyone(private_paths)
    likely = likely_first(public.select_related("page"), words)
    entries = likely.only("title", "kind", "date", "page__url_path")[:CANDIDATES]
    return sorted(entries, key=lambda each: not begins(each.completed.split(), words))


def likely_first(entries, words):
    """Put entries first whose titles may begin with these words, then the newest.

    The database knows stems, which agree with an unfinished word in two letters at least;
    the titles themselves decide, once they are few.
    """
    newest = entries.newest_first()
    likely = When(names__startswith=f"| {words[0][:2]}", then=0)
    return newest.order_by(Case(likely, default=1), *newest.query.order_by)


def has(name, words):
    return all(any(each.startswith(word) for each in name) for word in words)


def begins(name, words):
    return " ".join(name).startswith(" ".join(words))


def suggest_subject(subject):
    kind, count = subject["kind"], subject["count"]
    address = f"{reverse('search')}?{urlencode({kind: subject['slug']})}"
    description = f"{kind.capitalize()} · {counted(count, 'article').lower()}"
    return Suggestion(subject["name"], description, address)


def suggest_page(entry):
    kind = entry.kind.capitalize()
    day = f" · {date_format(entry.date, 'j F Y')}" if entry.date else ""
    return Suggestion(entry.title, kind + day, entry.page.get_url())
