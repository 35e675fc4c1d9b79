"""The site in short for programs that read: https://llmstxt.org/."""

from django.http import Http404
from django.shortcuts import render
from wagtail.models import Site

from news.formats.markdown_escapes import escape_text
from news.sections import news_section
from psgsite.sections import published_sections

LATEST = 10


def llms(request):
    """Show the pages and the latest news as Markdown; articles link to their own."""
    site = Site.find_for_request(request)
    if site is None:
        raise Http404("This site isn't set up yet: run setup_site.")
    section = news_section(request)
    pages = [page for page in published_sections(request) if page != section]
    articles = section.articles().for_cards()[:LATEST] if section else []
    context = {
        "root": site.root_url,
        "news": section and section.get_full_url(request),
        "pages": [entry(page, request) for page in pages],
        "articles": [entry(article, request) for article in articles],
    }
    return render(
        request, "home/llms.txt", context, content_type="text/plain; charset=utf-8"
    )


def entry(page, request):
    """A page as a line of a list: ``title`` and ``summary`` are Markdown."""
    return {
        "title": one_line(page.title),
        "summary": one_line(page.description),
        "address": page.get_full_url(request),
        "date": getattr(page, "date", None),
    }


def one_line(text):
    return escape_text(" ".join(text.split()))
