from django import template
from django.utils import timezone

from news.formats import citations

register = template.Library()


@register.simple_tag
def harvard(article, publisher):
    """How to cite the article, seen today."""
    return citations.harvard(
        article, publisher=publisher, accessed=timezone.localdate()
    )
