"""Counts searches and what was followed from them, by day, and forgets them again.

Whoever sends the same token again is counted again: only an address would tell, and none
is kept. So there is a limit to what one day can add.
"""

from datetime import date

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from wagtail.contrib.search_promotions.models import Query, QueryDailyHits
from wagtail.models import Page
from wagtail.signal_handlers import disable_reference_index_auto_update

from search.figures.models import Click, Outcome
from search.figures.tokens import Shown

MOST_HITS = 1000  # of one query, or of one page for it, on one day
MOST_QUERIES = 500  # different ones on one day; past that, only known ones are counted


# Wagtail would note, for each count, which query it belongs to.
@disable_reference_index_auto_update()
@transaction.atomic
def count_search(shown: Shown) -> None:
    today = timezone.localdate()
    query = find_query(shown.words, today)
    if query and add_one(QueryDailyHits, query=query, date=today):
        Outcome.objects.update_or_create(
            query=query, defaults={"found": shown.found, "searched_on": today}
        )


@transaction.atomic
def count_click(shown: Shown, page_id: int) -> None:
    """Count a page that was followed; one that is gone, or of no known query, isn't."""
    query = Query.objects.filter(query_string=shown.words).first()
    if query and Page.objects.filter(pk=page_id).exists():
        add_one(Click, query=query, page_id=page_id, date=timezone.localdate())


def find_query(words, today):
    known = Query.objects.filter(query_string=words).first()
    if known or QueryDailyHits.objects.filter(date=today).count() >= MOST_QUERIES:
        return known
    return Query.objects.get_or_create(query_string=words)[0]


def add_one(model, **key):
    """Add one to the hits of a row, however many do so at once; say if there was room."""
    model.objects.get_or_create(**key)
    room = model.objects.filter(**key, hits__lt=MOST_HITS)
    return room.update(hits=F("hits") + 1)


@disable_reference_index_auto_update()
@transaction.atomic
def forget(before: date) -> dict[str, int]:
    """Delete what is older, then queries with nothing left; return how many of each."""
    counts = {
        "daily counts": QueryDailyHits.objects.filter(date__lt=before),
        "clicks": Click.objects.filter(date__lt=before),
        "outcomes": Outcome.objects.filter(searched_on__lt=before),
    }
    forgotten = {name: rows.delete()[0] for name, rows in counts.items()}
    known = Query.objects.count()
    Query.garbage_collect()  # leaves those with a promoted result
    return forgotten | {"queries": known - Query.objects.count()}
