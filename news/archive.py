"""The archive's addresses: by year, month, topic and region, and as feeds."""

from datetime import date
from itertools import groupby

from django.db.models import Count, F, Value
from django.db.models.functions import TruncMonth
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.formats import date_format
from wagtail.contrib.routable_page.models import RoutablePageMixin, path, re_path

from news.feeds import AtomNewsFeed, NewsFeed
from news.subjects import Region, Topic
from psgsite.pages import BasePage
from psgsite.pagination import page_or_404

PER_PAGE = 10


class ArchivePage(RoutablePageMixin, BasePage):
    """Serves a news section's lists; what is in them is for the section to say."""

    class Meta:
        abstract = True

    def articles(self):
        """The articles that any visitor may read, newest first."""
        raise NotImplementedError

    @path("")
    def all_news(self, request):
        months = count_months(self.articles())
        return self.list_of(request, self.articles(), months, total=count(months))

    @re_path(r"^(?P<year>[0-9]{4})/$")
    def year(self, request, year):
        months = count_months(self.articles())
        first, last = date(year_or_404(year, months), 1, 1), date(int(year), 12, 31)
        return self.period(request, months, first, last, heading=f"News from {year}")

    @re_path(r"^(?P<year>[0-9]{4})/(?P<month>[0-9]{1,2})/$")
    def month(self, request, year, month):
        if not 1 <= int(month) <= 12:
            raise Http404(f"There is no month {month}.")
        if len(month) == 1:
            return redirect(
                self.get_url(request) + f"{year}/{month:0>2}/", permanent=True
            )
        months = count_months(self.articles())
        first = date(year_or_404(year, months), int(month), 1)
        heading = f"News from {date_format(first, 'F Y')}"
        return self.period(request, months, first, first, heading=heading)

    @path("topics/<slug:slug>/")
    def topic(self, request, slug):
        articles = self.articles().filter(topics__slug=slug)
        return self.subject(request, articles, Topic, "topics", slug)

    @path("regions/<slug:slug>/")
    def region(self, request, slug):
        articles = self.articles().filter(regions__slug=slug)
        return self.subject(request, articles, Region, "regions", slug)

    @path("feed/")
    def rss(self, request):
        return NewsFeed()(request, section=self)

    @path("feed/atom/")
    def atom(self, request):
        return AtomNewsFeed()(request, section=self)

    def period(self, request, months, first, last, *, heading):
        """Show the articles of the months from ``first`` to ``last``."""
        chosen = [month for month in months if first <= month["month"] <= last]
        articles = self.articles().filter(
            date__year=first.year, date__month__range=(first.month, last.month)
        )
        nearest = [] if chosen else nearest_months(months, first)
        return self.list_of(
            request,
            articles,
            months,
            total=count(chosen),
            heading=heading,
            nearest=nearest,
        )

    def subject(self, request, articles, model, kind, slug):
        """Show the articles about one topic or region."""
        subjects = count_subjects(self.articles())
        counted = {subject["key"]: subject for subject in subjects[kind]}
        if slug in counted:
            heading, total = counted[slug]["name"], counted[slug]["count"]
        else:  # it has no articles, so it wasn't counted
            heading, total = get_object_or_404(model, slug=slug).name, 0
        months = count_months(self.articles())
        return self.list_of(
            request, articles, months, total=total, subjects=subjects, heading=heading
        )

    def list_of(self, request, articles, months, *, total, subjects=None, **context):
        articles = page_or_404(
            articles.for_cards(), request, per_page=PER_PAGE, total=total
        )
        context |= subjects or count_subjects(self.articles())
        context |= {
            "articles": articles,
            "years": by_year(months),
            "canonical": self.canonical_url(request, articles.number),
        }
        return self.render(request, context_overrides=context)

    def canonical_url(self, request, number):
        """This list's own address, with the page's number but nothing else after it."""
        path = request.path.removeprefix(self.get_url(request) or "")
        return self.full_url + path + (f"?page={number}" if number > 1 else "")


def count_months(articles):
    """Months that have articles, latest first: dicts of ``month`` (its first day), ``count``."""
    months = articles.order_by().annotate(month=TruncMonth("date"))
    return list(months.values("month").annotate(count=Count("pk")).order_by("-month"))


def count(months):
    return sum(month["count"] for month in months)


def by_year(months):
    """Group ``months`` as (year, count, months), latest first."""
    groups = groupby(months, key=lambda month: month["month"].year)
    years = [(year, list(members)) for year, members in groups]
    return [(year, count(members), members) for year, members in years]


def year_or_404(year, months):
    """The year as a number, if it lies within the years that have news."""
    if (
        not months
        or not months[-1]["month"].year <= int(year) <= months[0]["month"].year
    ):
        raise Http404(f"There is no news from {year}.")
    return int(year)


def nearest_months(months, day):
    """The last month with news before ``day`` and the first after it, where there are."""
    earlier = [month for month in months if month["month"] < day][:1]
    later = [month for month in months if month["month"] > day][-1:]
    return earlier + later


def count_subjects(articles):
    """Topics and regions that have articles: lists of dicts of ``name``, ``key``, ``count``."""
    topics, regions = (
        articles.order_by()
        .filter(**{f"{kind}__isnull": False})
        .values(kind=Value(kind), name=F(f"{kind}__name"), key=F(f"{kind}__slug"))
        .annotate(count=Count("pk"))
        for kind in ("topics", "regions")
    )
    found = sorted(topics.union(regions), key=lambda subject: subject["key"])
    return {
        "topics": [subject for subject in found if subject["kind"] == "topics"],
        "regions": [subject for subject in found if subject["kind"] == "regions"],
    }
