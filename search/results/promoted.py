"""What editors chose to stand above the results of a search."""

from dataclasses import dataclass

from wagtail.contrib.search_promotions.models import SearchPromotion

from psgsite.privacy import is_for_everyone
from search.words.analysis import clean, terms


@dataclass(frozen=True)
class Promoted:
    title: str
    url: str
    description: str
    page_id: int | None = None


def promoted(query, request, private_paths):
    """The pages and links that editors chose for these words, however they are spelled."""
    if not query.terms:
        return []
    promotions = SearchPromotion.objects.select_related("query", "page")
    return [
        shown(promotion, request)
        for promotion in promotions.order_by("sort_order", "pk")
        if tuple(terms(clean(promotion.query.query_string))) == query.terms
        and may_be_shown(promotion, private_paths)
    ]


def may_be_shown(promotion, private_paths):
    if promotion.page is None:
        return bool(promotion.external_link_url)
    return is_for_everyone(promotion.page, private_paths)


def shown(promotion, request):
    page = promotion.page
    return Promoted(
        title=page.title if page else promotion.external_link_text,
        url=page.get_url(request) if page else promotion.external_link_url,
        description=promotion.description,
        page_id=page.pk if page else None,
    )
