"""Articles published together are as complete as those published one by one."""

from datetime import date

import pytest
from wagtail.models import PageLogEntry

from news.bulk_publishing import publish_together
from news.models import ArticlePage, Topic
from tests import factories

pytestmark = pytest.mark.django_db

# What differs between any two pages.
OWN = {
    "first_published_at",
    "id",
    "last_published_at",
    "latest_revision",
    "latest_revision_created_at",
    "live_revision",
    "page_ptr",
    "path",
    "pk",
    "slug",
    "translation_key",
    "url_path",
}


def unsaved(title="Verdict due", **fields):
    defaults = {
        "date": date(2014, 12, 8),
        "summary": "Judges meet in Lima.",
        "body": [],
    }
    slug = title.lower().replace(" ", "-")
    return ArticlePage(title=title, slug=slug, **(defaults | fields))


def stored(article):
    """What the database holds about an article and can be compared with another's."""
    article = ArticlePage.objects.get(pk=article.pk)
    revision = article.latest_revision
    fields = [f for f in article._meta.concrete_fields if f.name not in OWN]
    entries = PageLogEntry.objects.filter(page=article).order_by("pk")
    facts = ("action", "label", "content_type", "content_changed", "user", "data")
    return {
        "page": {field.name: field.value_to_string(article) for field in fields},
        "content": {k: v for k, v in revision.content.items() if k not in OWN},
        "types": (revision.content_type, revision.base_content_type),
        "revision": (revision.object_str, revision.user, revision.approved_go_live_at),
        "is live": article.live_revision == revision,
        "history": list(entries.values_list(*facts)),
        "revisions": [entry.revision in {None, revision} for entry in entries],
        "tree": (article.depth, article.numchild, article.get_parent()),
    }


def test_an_article_is_stored_as_one_that_wagtail_published(news):
    fields = {"topics": [Topic.objects.create(name="Water")], "byline": "PSG"}
    fields["body"] = [{"type": "paragraph", "value": "<p>x</p>", "id": "1"}]
    by_hand = factories.article(news, **fields)
    by_hand.save_revision().publish()
    together = unsaved(**fields, slug_="verdict-due-2") if False else unsaved(**fields)
    together.slug = "verdict-due-2"

    publish_together(news, [together])

    assert stored(together) == stored(by_hand)
