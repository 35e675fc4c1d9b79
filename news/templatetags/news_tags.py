from django import template
from django.db.models import Count
from django.db.models.functions import ExtractYear

from news.models import ArticlePage
from news.sections import news_section

register = template.Library()


@register.inclusion_tag("news/includes/latest_news.html", takes_context=True)
def latest_news(context, topics=None, heading="Latest news", count=5):
    """The latest public articles, on ``topics`` if given, as cards; nothing if none."""
    request = context.get("request")
    section = news_section(request)
    articles = section.articles() if section else ArticlePage.objects.none()
    if topics is not None:
        articles = articles.filter(topics__in=topics).distinct()
    articles = articles.for_cards()[:count]
    return {"articles": articles, "heading": heading, "request": request}


@register.simple_tag(takes_context=True)
def news_years(context):
    """The years that have news, in one query: dicts of ``year``, ``count`` and ``url``."""
    request = context.get("request")
    section = news_section(request)
    if section is None:
        return []
    years = section.articles().order_by().values(year=ExtractYear("date"))
    url = section.get_url(request)
    return [
        each | {"url": f"{url}{each['year']}/"}
        for each in years.annotate(count=Count("pk")).order_by("year")
    ]


@register.inclusion_tag("news/includes/years.html")
def news_within(years, first, last):
    """Links to the news of the years from ``first`` to ``last``, or of ``first`` alone.

    ``years`` come from ``news_years``; without them, or without ``first``, as in a preview,
    there are no links.
    """
    known = years if years and first else []
    found = [each for each in known if first <= each["year"] <= (last or first)]
    return {"years": found}
