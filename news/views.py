from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods
from wagtail.models import Site

from news.sections import news_section
from psgsite.pagination import page_or_404
from psgsite.rich_text import share_lookups, texts_in

ARTICLES_PER_PAGE = 10


@require_http_methods(["GET", "HEAD"])
def corrections(request):
    """Show what was corrected in the news, the article last corrected first."""
    section = news_section(request)
    articles = section.articles().corrected() if section else []
    articles = page_or_404(articles, request, per_page=ARTICLES_PER_PAGE)
    share_lookups(
        text for article in articles for text in texts_in(article.corrections)
    )
    context = {
        "page": section,
        "articles": articles,
        "heading": "Corrections",
        "description": "What we got wrong in our news, and what is right.",
        "crumbs": [{"title": "Corrections", "url": reverse("corrections")}],
        "canonical": canonical_url(request, articles.number),
    }
    return render(request, "news/corrections.html", context)


def canonical_url(request, number):
    query = f"?page={number}" if number > 1 else ""
    return f"{Site.find_for_request(request).root_url}{reverse('corrections')}{query}"
