from datetime import datetime, time

from django.contrib.syndication.views import Feed
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed

LENGTH = 20

# XML has no way to write these, and a feed with one can't be read at all.
CONTROL_CHARACTERS = dict.fromkeys({*range(32)} - {9, 10, 13})


class NewsFeed(Feed):
    """The latest articles as RSS 2.0. Addresses come from the site, not from the request."""

    feed_type = Rss201rev2Feed
    language = "en-gb"

    def get_object(self, request, section):
        return section

    def title(self, section):
        return f"{section.title}: {section.get_site().site_name}"

    def description(self, section):
        return section.description

    subtitle = description

    def link(self, section):
        return section.full_url

    def feed_url(self, section):
        return section.full_url + section.reverse_subpage("rss")

    def feed_guid(self, section):
        return f"urn:uuid:{section.translation_key}"

    def items(self, section):
        return section.articles().for_cards()[:LENGTH]

    def item_title(self, item):
        return item.title.translate(CONTROL_CHARACTERS)

    def item_description(self, item):
        return item.summary.translate(CONTROL_CHARACTERS)

    def item_link(self, item):
        return item.full_url

    # Stays the same when an article is renamed or moved.
    def item_guid(self, item):
        return f"urn:uuid:{item.translation_key}"

    item_guid_is_permalink = False

    def item_pubdate(self, item):
        return timezone.make_aware(datetime.combine(item.date, time.min))

    def item_updateddate(self, item):
        return item.last_published_at or self.item_pubdate(item)

    def item_author_name(self, item):
        return item.byline.translate(CONTROL_CHARACTERS) or None


class AtomNewsFeed(NewsFeed):
    """The same as Atom 1.0."""

    feed_type = Atom1Feed

    def feed_url(self, section):
        return section.full_url + section.reverse_subpage("atom")
