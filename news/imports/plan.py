"""Decides what becomes of each article of a file before the first of them is written."""

from collections import Counter
from itertools import chain, islice

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from news.imports.lines import LineError, rules, shown
from news.models import ARCHIVE_SLUG, ArticlePage
from news.subjects import Topic, ascii_slug

ADDRESSES_AT_A_TIME = 500


class Plan:
    """Which articles are new, and what slugs, topics and redirects they will have."""

    def __init__(self, section):
        self.section = section
        articles = ArticlePage.objects.child_of(section)
        articles = articles.values_list("slug", "title", "date")
        self.there = {slug: (title, date) for slug, title, date in articles}
        self.unclaimed = Counter(self.there.values())
        self.topics = {ascii_slug(topic.name): topic for topic in Topic.objects.all()}
        self.new_topics = {}  # their names, and the lines that ask for them
        self.first_lines = {}  # where each slug and old address was met first
        self.slugs = {}  # of new articles, by line; "" until finish()
        self.stems = {}  # what slugs are made of where the file gives none
        self.addresses = {}  # old addresses of new articles, and their lines

    def is_there(self, row):
        """Whether the site has this article: known by its slug or by its title and date.

        Each article there stands for one line, for two may share a title and a date.
        Raises LineError for what an earlier line has taken.
        """
        self.refuse_repeated("slug", row.slug, row.number)
        self.refuse_repeated("legacy_url", row.legacy_url, row.number)
        if row.slug:
            identity = self.there.get(row.slug)
        else:
            identity = (row.title, row.date)
            identity = identity if self.unclaimed[identity] > 0 else None
        if identity:
            self.unclaimed[identity] -= 1
        return bool(identity)

    def refuse_repeated(self, key, value, number):
        first = self.first_lines.setdefault((key, value), number) if value else number
        if first != number:
            raise LineError(f"{key} {shown(value)} is on line {first} too (change one)")

    def add(self, row):
        self.slugs[row.number] = row.slug
        if not row.slug:
            self.stems[row.number] = stem(row.title)
        if row.legacy_url:
            self.addresses[row.legacy_url] = row.number
        for name in row.topics:
            topic = self.topic(name)
            if topic.pk is None:
                self.new_topics.setdefault(topic.name, set()).add(row.number)

    def topic(self, name):
        """The topic of that name, whatever its case or accents; if new, not saved."""
        key = ascii_slug(name)
        if key not in self.topics:
            taken = {topic.slug for topic in self.topics.values()}
            slug = free_slug(key, taken, rules(Topic, "slug").max_length)
            self.topics[key] = Topic(name=name, slug=slug)
        return self.topics[key]

    def finish(self):
        """Settle the slugs. Return what is wrong with old addresses, by line."""
        taken = {*self.there, *self.slugs.values()}
        for number, words in self.stems.items():
            slug = free_slug(words, taken, rules(ArticlePage, "slug").max_length)
            self.slugs[number] = slug
            taken.add(slug)
        return {
            self.addresses[address]: f"legacy_url {shown(address)} {problem}"
            for addresses in batches(self.addresses, ADDRESSES_AT_A_TIME)
            for address, problem in self.unusable(addresses)
        }

    def unusable(self, addresses):
        """Yield those of ``addresses`` that can't be redirected from, with the reason."""
        redirects = Redirect.objects.filter(old_path__in=addresses)
        for address in redirects.values_list("old_path", flat=True):
            yield (
                address,
                "is redirected already (delete that under Settings, Redirects, or leave "
                "this out)",
            )
        paths = {address: page_paths(address) for address in addresses}
        pages = Page.objects.live().filter(url_path__in=chain(*paths.values()))
        used = set(pages.values_list("url_path", flat=True))
        used |= {f"{self.section.url_path}{slug}/" for slug in self.slugs.values()}
        for address in addresses:
            if used.intersection(paths[address]):
                yield address, "is the address of a page of this site (leave it out)"


def stem(title):
    """What the slug of an article is made of: its title, kept clear of the archive."""
    slug = ascii_slug(title)
    if not slug or ARCHIVE_SLUG.fullmatch(slug):
        slug = f"news-{slug}".rstrip("-")
    return slug


def free_slug(words, taken, longest):
    """``words``, cut to length and with a number if need be, so that it isn't in ``taken``."""
    slug, number = words[:longest].rstrip("-"), 1
    while slug in taken:
        number += 1
        ending = f"-{number}"
        slug = words[: longest - len(ending)].rstrip("-") + ending
    return slug


def page_paths(address):
    """Where in the page tree a page with this address would be: a path for each site."""
    path = address.partition("?")[0].strip("/")
    roots = [root.root_path for root in Site.get_site_root_paths()]
    return [f"{root}{path}/" if path else root for root in roots]


def batches(items, size):
    items = iter(items)
    while batch := list(islice(items, size)):
        yield batch
