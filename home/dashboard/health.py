"""What published pages lack, counted in a fixed number of queries."""

from datetime import timedelta

from django.db.models import (
    BooleanField,
    CharField,
    Count,
    Exists,
    ExpressionWrapper,
    Max,
    OuterRef,
    Q,
    Subquery,
)
from django.db.models.functions import Cast, Coalesce, Greatest
from django.utils import timezone
from wagtail.models import PageLogEntry, ReferenceIndex

from home.dashboard.models import Finding
from home.dashboard.work import editable_articles, editable_pages, key_of_page
from news.editing.article_filters import lacks
from news.models import ArticlePage
from psgsite.models import Image

REVIEWED = "home.reviewed"
YEAR = timedelta(days=365)


def undescribed():
    pictures = Finding.objects.filter(kind=Finding.Kind.PICTURE, page=OuterRef("pk"))
    above = Q(image_alt_text="", image_is_decorative=False, image__description="")
    return Q(image__isnull=False) & above | Q(Exists(pictures))


def unsettled():
    """Whether a picture is shown of people of whom nobody knows whether they agreed."""
    unknown = Image.objects.filter(consent=Image.Consent.UNKNOWN)
    shown = ReferenceIndex.objects.filter(
        base_content_type__app_label="wagtailcore",
        base_content_type__model="page",
        object_id=key_of_page(),
        to_content_type__app_label=Image._meta.app_label,
        to_content_type__model=Image._meta.model_name,
        to_object_id__in=unknown.values(key=Cast("pk", CharField())),
    )
    return Q(Exists(shown))


# What an article can lack: its name in addresses, how editors are told, and the rule.
LACKS = {
    "summary": ("without a summary", lacks("summary")),
    "image": ("without an image", lacks("image")),
    "alt": ("with a picture that has no alternative text", undescribed()),
    "consent": ("with a picture of people who weren’t asked", unsettled()),
    "topic": ("without a topic", lacks("topic")),
    "region": ("without a region", lacks("region")),
}


def count_lacking(user):
    """How many published articles that ``user`` may change lack each of ``LACKS``."""
    return (
        editable_articles(user)
        .live()
        .order_by()
        .aggregate(
            **{
                f"no_{name}": Count("pk", filter=condition)
                for name, (_, condition) in LACKS.items()
            }
        )
    )


def lacking(user):
    """Published articles that lack something, newest first, with ``no_summary`` and so on."""
    yes_or_no = BooleanField()
    conditions = {
        f"no_{name}": ExpressionWrapper(Q(condition), output_field=yes_or_no)
        for name, (_, condition) in LACKS.items()
    }
    anything = Q()
    for name in conditions:
        anything |= Q(**{name: True})
    articles = editable_articles(user).live().annotate(**conditions).filter(anything)
    return articles.defer_streamfields().newest_first()


def broken_links(user):
    """Links of published pages that ``user`` may change, the page published last first."""
    pages = editable_pages(user).values("pk")
    found = Finding.objects.broken().with_titles().filter(page__in=pages)
    return found.select_related("page").order_by("-page__last_published_at", "pk")


def unreviewed(user):
    """Standing pages that nobody published or reviewed for a year, the oldest first."""
    entries = PageLogEntry.objects.filter(action=REVIEWED, page=OuterRef("pk"))
    last = entries.order_by().values("page").annotate(last=Max("timestamp"))
    published = Coalesce("last_published_at", "first_published_at")
    return (
        editable_pages(user)
        .live()
        .not_exact_type(ArticlePage)
        .filter(depth__gt=1, alias_of=None)
        .annotate(
            looked_at=Greatest(
                published, Coalesce(Subquery(last.values("last")[:1]), published)
            )
        )
        .filter(looked_at__lt=timezone.now() - YEAR)
        .select_related("content_type")
        .order_by("looked_at", "pk")
    )
