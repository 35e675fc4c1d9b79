"""The latest articles with their whole text, as RSS 2.0 and as Atom 1.0."""

from html import escape

from django.contrib.syndication.views import Feed
from django.db.models import Max, Q
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from wagtail.models import PageLogEntry

from news.formats.lookups import look_up_together
from news.formats.plain_html import CONTROL_CHARACTERS, plain_html
from news.related import subject_names
from news.withdrawal.pages import LOG_ACTION
from psgsite.models import OrganisationSettings

LENGTH = 20


class DatedByChange(SyndicationFeed):
    """A feed whose date is that of its last change: withdrawing an article is one too."""

    def latest_post_date(self):
        latest, changed = super().latest_post_date(), self.feed["changed"]
        if not changed:
            return latest
        return max(latest, changed) if self.items else changed


class FullTextRss(DatedByChange, Rss201rev2Feed):
    def rss_attributes(self):
        content = "http://purl.org/rss/1.0/modules/content/"
        return super().rss_attributes() | {"xmlns:content": content}

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        handler.addQuickElement("content:encoded", item["content"])


class FullTextAtom(DatedByChange, Atom1Feed):
    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        handler.addQuickElement("content", item["content"], {"type": "html"})


def last_change(articles):
    """When one of them was last published, withdrawn, moved, deleted or made private."""
    seen_by_readers = Q(action=LOG_ACTION)
    for action in ["publish", "unpublish", "move", "delete", "view_restriction"]:
        seen_by_readers |= Q(action__startswith=f"wagtail.{action}")
    entries = PageLogEntry.objects.filter(
        seen_by_readers,
        content_type__app_label=articles.model._meta.app_label,
        content_type__model=articles.model._meta.model_name,
    )
    # What is planned isn't for readers to know yet.
    entries = entries.exclude(action="wagtail.publish.schedule")
    return entries.aggregate(latest=Max("timestamp"))["latest"]


def printable(text):
    return text.translate(CONTROL_CHARACTERS)


class NewsFeed(Feed):
    """The latest articles as RSS 2.0. Addresses come from the site, not from the request."""

    feed_type = FullTextRss
    language = "en-gb"

    def get_object(self, request, section):
        self.organisation = OrganisationSettings.for_request(request)
        return section

    def title(self, section):
        return printable(f"{section.title}: {self.organisation.name}")

    def description(self, section):
        return printable(section.description or section.title)

    subtitle = description

    def link(self, section):
        return section.full_url

    def feed_url(self, section):
        return section.full_url + section.reverse_subpage("rss")

    def feed_guid(self, section):
        return f"urn:uuid:{section.translation_key}"

    # Atom wants an author where an article names none.
    def author_name(self, section):
        return printable(self.organisation.name)

    def feed_copyright(self, section):
        return printable(self.organisation.licence) or None

    def feed_extra_kwargs(self, obj):
        changed = last_change(obj.articles()) or obj.last_published_at
        return {"changed": changed}

    def items(self, section):
        articles = section.articles().select_related("image")
        latest = list(articles.prefetch_related("topics", "regions")[:LENGTH])
        for article in latest:
            article.private_paths = section.private_paths
        look_up_together(latest)
        return latest

    def item_title(self, item):
        return printable(item.title)

    # Feed readers take it for HTML, in both kinds of feed.
    def item_description(self, item):
        return escape(printable(item.summary), quote=False)

    def item_extra_kwargs(self, item):
        # Many feed readers show this and never the summary.
        return {"content": plain_html(item) or f"<p>{self.item_description(item)}</p>"}

    def item_link(self, item):
        return item.full_url

    # Stays the same when an article is renamed or moved.
    def item_guid(self, item):
        return f"urn:uuid:{item.translation_key}"

    item_guid_is_permalink = False

    def item_pubdate(self, item):
        return item.published_at

    def item_updateddate(self, item):
        return item.modified_at

    def item_author_name(self, item):
        return printable(item.byline) or None

    def item_categories(self, item):
        return [printable(name) for name in subject_names(item)]


class AtomNewsFeed(NewsFeed):
    """The same as Atom 1.0."""

    feed_type = FullTextAtom

    def feed_url(self, section):
        return section.full_url + section.reverse_subpage("atom")
