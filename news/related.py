"""What an article has to do with others: its subjects, and articles that share them."""

from django.db.models import Count, DateField, F, IntegerField, Q, Value
from django.db.models.functions import Cast
from modelcluster.queryset import FakeQuerySet

RELATED = 3

# Of so many of the newest that share a subject, those that share most are shown.
CANDIDATES = 30

COLUMNS = ["kind", "name", "slug", "date", "shared"]


def find_around(article):
    """Topics, regions and related articles of a published article, in one query.

    Dicts of ``kind`` (topics, regions or related), ``name`` and ``slug``; what is related
    has a ``date``, and ``shared``, the number of subjects it has in common.
    """
    kinds = {"topics": article.topics.all(), "regions": article.regions.all()}
    if any(isinstance(subjects, FakeQuerySet) for subjects in kinds.values()):
        # A page in the making has chosen them but not saved them.
        return [
            {"kind": kind, "name": subject.name, "slug": subject.slug}
            for kind, subjects in kinds.items()
            for subject in subjects
        ]
    topics, regions = (
        subjects.order_by()
        .annotate(
            kind=Value(kind),
            date=Cast(Value(None), DateField()),
            shared=Value(0, IntegerField()),
        )
        .values(*COLUMNS)
        for kind, subjects in kinds.items()
    )
    return list(topics.union(regions, related(article), all=True))


def related(article):
    """The candidates, as rows of the query above. "National" is no place to have in common."""
    model = type(article)
    own_topics = article.topics.order_by().values("pk")
    own_regions = article.regions.order_by().filter(is_national=False).values("pk")
    sharing = Q(pk__in=articles_on(model.topics, topic__in=own_topics)) | Q(
        pk__in=articles_on(model.regions, region__in=own_regions)
    )
    siblings = model.objects.sibling_of(article, inclusive=False)
    newest = siblings.published(article.private_paths).filter(sharing).newest_first()
    shared = Count("topics", Q(topics__in=own_topics), distinct=True) + Count(
        "regions", Q(regions__in=own_regions), distinct=True
    )
    candidates = model.objects.filter(pk__in=newest.values("pk")[:CANDIDATES])
    return (
        candidates.order_by()
        .annotate(shared=shared, name=F("title"), kind=Value("related"))
        .values(*COLUMNS)
    )


def articles_on(subjects, **chosen):
    return subjects.through.objects.filter(**chosen).values("articlepage")


def best(candidates):
    """The few with most in common, the most recent first."""
    ranked = sorted(
        candidates, key=lambda row: (row["shared"], row["date"]), reverse=True
    )
    return sorted(ranked[:RELATED], key=lambda row: row["date"], reverse=True)


def subject_names(article):
    """What an article is about: its topics, then its regions."""
    return [str(each) for each in (*article.topics.all(), *article.regions.all())]
