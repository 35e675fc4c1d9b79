"""The news as search engines find it: articles, the archive's lists, and the latest."""

from datetime import timedelta

from django.db.models import Max
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property

from news.archive.counts import by_year, count_months, count_subjects
from news.archive.filters import Filters
from news.formats.feeds import printable
from news.models import ArticlePage
from news.sections import news_section
from psgsite.sitemaps import SiteSitemap, path_of

# What news search engines take at most.
LATEST_DAYS = 2
LATEST_COUNT = 1000


class NewsSitemap(SiteSitemap):
    """Addresses below the news section; none if it isn't there for everyone."""

    @cached_property
    def section(self):
        return news_section(self.request)

    @cached_property
    def section_path(self):
        return path_of(self.section, self.request)

    def articles(self):
        """Every published article as a dict, for an object each would be slow."""
        articles = (
            self.section.articles() if self.section else ArticlePage.objects.none()
        )
        return articles.values("slug", "title", "date", "last_published_at")


class ArticleSitemap(NewsSitemap):
    """All articles, the oldest first, so that a new one changes the last file only."""

    def items(self):
        return self.articles().order_by("pk")

    def location(self, item):
        return f"{self.section_path}{item['slug']}/"

    def lastmod(self, item):
        return item["last_published_at"]

    def get_latest_lastmod(self):
        return self.articles().aggregate(latest=Max("last_published_at"))["latest"]


class ArchiveSitemap(NewsSitemap):
    """The lists that have articles: years, months, topics, regions, corrections."""

    def items(self):
        if not self.section:
            return []
        articles = self.section.articles()
        lists = [*periods(articles), *subjects(articles)]
        corrected = [reverse("corrections")] if articles.corrected().exists() else []
        return [*(self.section_path + each.address for each in lists), *corrected]

    def location(self, item):
        return item


def periods(articles):
    for year, _, months in by_year(count_months(articles)):
        yield Filters(year=f"{year}")
        for month in months:
            yield Filters(year=f"{year}", month=f"{month['month']:%m}")


def subjects(articles):
    counted = count_subjects(articles)
    yield from (Filters(topic=topic["key"]) for topic in counted["topics"])
    yield from (Filters(region=region["key"]) for region in counted["regions"])


class LatestSitemap(NewsSitemap):
    """The last two days' articles, in the form that news search engines read.

    Before them the section itself: a sitemap without an address would not be valid.
    """

    template_name = "news/latest_sitemap.xml"

    def items(self):
        if not self.section:
            return []
        since = timezone.localdate() - timedelta(days=LATEST_DAYS)
        latest = self.articles().filter(date__gte=since)[:LATEST_COUNT]
        return [self.own_entry(), *(entry(article) for article in latest)]

    def own_entry(self):
        return {"slug": "", "last_published_at": self.section.last_published_at}

    def location(self, item):
        return self.section_path + (f"{item['slug']}/" if item["slug"] else "")

    def lastmod(self, item):
        return item["last_published_at"]


def entry(article):
    return article | {"title": printable(article["title"])}
