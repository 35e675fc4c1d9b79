from django.shortcuts import render
from wagtail.models import Page

from psgsite.pages import whole, with_types
from psgsite.pagination import page_or_404


def search(request):
    """Show the public pages that match ``?query=``; an empty query finds nothing."""
    query = request.GET.get("query", "").strip()
    pages = with_types(Page.objects.live().public())
    results = page_or_404(pages.search(query), request, per_page=10)
    context = {"query": query, "results": results, "found": map(whole, results)}
    return render(request, "search/results.html", context)
