from django import template

from news.models import ArticlePage

register = template.Library()


@register.inclusion_tag("news/includes/latest_news.html", takes_context=True)
def latest_news(context, topics, count=5):
    """The latest published articles on ``topics``, as cards; nothing if there are none."""
    published = ArticlePage.objects.published(context["page"].private_paths)
    articles = published.filter(topics__in=topics).distinct()
    latest = articles.for_cards().newest_first()[:count]
    return {"articles": latest, "request": context.get("request")}
