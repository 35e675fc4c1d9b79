"""How many articles each month, topic and region has, within what is chosen."""

from dataclasses import replace
from itertools import groupby

from django.db.models import Count, F, Q, Value
from django.db.models.functions import TruncMonth

from news.archive.filters import Filters
from news.subjects import Region, Topic

EVERYTHING = Filters()
LOOKUPS = {
    "topic": "topics__slug",
    "region": "regions__slug",
    "year": "date__year",
    "month": "date__month",
}


def narrow(articles, chosen):
    """The articles that pass the filters."""
    wanted = {LOOKUPS[name]: value for name, value in chosen.items()}
    return articles.filter(**wanted)


def count_months(articles, chosen=EVERYTHING):
    """Months that have news, latest first: dicts of ``month``, its first day, and ``count``.

    Of the filters, topic and region count; a month that they leave nothing of has 0.
    """
    months = articles.order_by().annotate(month=TruncMonth("date")).values("month")
    about = replace(chosen, year="", month="")
    passing = Q(pk__in=narrow(articles.order_by(), about)) if about.items() else None
    return list(months.annotate(count=Count("pk", filter=passing)).order_by("-month"))


def by_year(months):
    """Group ``months`` as (year, count, months), latest first, without those that have 0."""
    counted = [month for month in months if month["count"]]
    groups = groupby(counted, key=lambda month: month["month"].year)
    years = [(year, list(members)) for year, members in groups]
    return [(year, count(members), members) for year, members in years]


def count(months):
    return sum(month["count"] for month in months)


def nearest_months(months, day):
    """The last month with news before ``day`` and the first after it, where there are."""
    counted = [month["month"] for month in months if month["count"]]
    earlier = [month for month in counted if month < day][:1]
    later = [month for month in counted if month > day][-1:]
    return earlier + later


def count_subjects(articles, chosen=EVERYTHING):
    """Topics and regions that have articles, within what else is chosen, in one query.

    Lists of dicts of ``kind``, ``name``, ``key`` (the slug), ``national`` and ``count``.
    """
    topics = count_topics(articles, chosen)
    found = list(topics.union(count_regions(articles, chosen)))
    found.sort(key=lambda subject: subject["key"])
    return {
        "topics": [subject for subject in found if subject["kind"] == "topics"],
        "regions": [subject for subject in found if subject["kind"] == "regions"],
    }


def count_topics(articles, chosen=EVERYTHING):
    others = narrow(articles, replace(chosen, topic=""))
    return count_kind(others, "topics", national=Value(value=False))


def count_regions(articles, chosen=EVERYTHING):
    others = narrow(articles, replace(chosen, region=""))
    return count_kind(others, "regions", national=F("regions__is_national"))


def count_kind(articles, kind, *, national):
    tagged = articles.order_by().filter(**{f"{kind}__isnull": False})
    names = {"name": F(f"{kind}__name"), "key": F(f"{kind}__slug")}
    subjects = tagged.values(kind=Value(kind), national=national, **names)
    return subjects.annotate(count=Count("pk"))


def find_subjects(chosen):
    """The chosen topic and region in the same form, whether or not they have articles."""
    topics = Topic.objects.order_by().filter(slug=chosen.topic)
    regions = Region.objects.order_by().filter(slug=chosen.region)
    key = {"key": F("slug")}
    return topics.values(
        "name", kind=Value("topics"), national=Value(value=False), **key
    ).union(
        regions.values("name", kind=Value("regions"), national=F("is_national"), **key)
    )
