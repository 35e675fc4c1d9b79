from django.shortcuts import render
from wagtail.models import Page, Site

from psgsite.pages import whole, with_types
from psgsite.pagination import page_or_404
from psgsite.privacy import for_everyone
from search.words import read_words

LONGEST_QUERY = 200


def search(request):
    """Show the public pages that have all words of ``?query=``; without words, none."""
    query = request.GET.get("query", "").replace("\0", "").strip()[:LONGEST_QUERY]
    words = read_words(query)
    pages = with_types(for_everyone(Page.objects.all()))
    found = pages.search(" ".join(words), operator="and") if words else pages.none()
    results = page_or_404(found, request, per_page=10)
    context = {
        "query": query,
        "results": results,
        "found": map(whole, results),
        "canonical": Site.find_for_request(request).root_url + request.path,
    }
    return render(request, "search/results.html", context)
