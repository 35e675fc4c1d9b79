"""Articles published together are as complete as those published one by one."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageLogEntry, ReferenceIndex
from wagtail.search.models import IndexEntry
from wagtail.signals import page_published

from news.imports.publishing import publish_together
from news.models import ArticlePage, NewsIndexPage, Region, Topic
from news.subjects import ascii_slug

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
    defaults = {"slug": ascii_slug(title), "summary": "Judges meet in Lima."}
    defaults |= {"date": date(2014, 12, 8), "topics": [], "regions": []}
    return ArticlePage(title=title, **(defaults | fields))


def stored(article):
    """What the database holds about an article and can be compared with another's."""
    article = ArticlePage.objects.get(pk=article.pk)
    revision = article.latest_revision
    fields = [field for field in article._meta.concrete_fields if field.name not in OWN]
    entries = PageLogEntry.objects.filter(page=article).order_by("pk")
    facts = ("action", "label", "content_type", "content_changed", "user", "data")
    return {
        "page": {field.name: field.value_to_string(article) for field in fields},
        "topics": list(article.topics.all()),
        "content": {k: v for k, v in revision.content.items() if k not in OWN},
        "types": (revision.content_type, revision.base_content_type),
        "revision": (revision.object_str, revision.user, revision.approved_go_live_at),
        "is live": article.live_revision == revision,
        "history": list(entries.values_list(*facts)),
        "of the revision": [entry.revision == revision for entry in entries],
        "tree": (article.depth, article.numchild, article.get_parent().numchild),
    }


def test_an_article_is_stored_as_one_that_wagtail_published(news):
    fields = {"topics": [Topic.objects.create(name="Water")], "byline": "PSG"}
    fields["body"] = [{"type": "paragraph", "value": "<p>x</p>", "id": "1"}]
    by_hand = news.add_child(instance=unsaved(**fields))
    by_hand.save_revision(log_action=True).publish()

    together = unsaved(**fields, slug="together")
    publish_together(news, [together])

    assert stored(together) == stored(by_hand)
    ArticlePage.objects.get(slug="together").full_clean()


def test_the_tree_is_sound_whatever_was_there_before(news):
    publish_together(news, [unsaved("A"), unsaved("B")])
    news.add_child(instance=unsaved("C"))
    publish_together(NewsIndexPage.objects.get(), [unsaved("D")])

    assert Page.find_problems() == ([], [], [], [], [])
    assert [page.title for page in news.get_children()] == ["A", "B", "C", "D"]


def index_entries():
    entries = IndexEntry.objects.filter(content_type__model="articlepage")
    return sorted(entries.values_list("object_id", "title", "body", "autocomplete"))


def references():
    links = ReferenceIndex.objects.filter(content_type__model="articlepage")
    return sorted(links.values_list("object_id", "to_object_id", "model_path"))


def test_the_indexes_are_as_complete_as_rebuilt_ones(news):
    subjects = {
        "topics": [Topic.objects.create(name="Water")],
        "regions": [Region.objects.create(name="Áncash")],
    }
    link = f'<a linktype="page" id="{news.pk}">News</a>'
    body = [{"type": "paragraph", "value": f"<p>Mines {link}</p>"}]
    publish_together(news, [unsaved("A", body=body, **subjects), unsaved("B")])
    entries, links = index_entries(), references()

    call_command("update_index", stdout=StringIO())
    call_command("rebuild_references_index", stdout=StringIO())

    assert (entries, links) == (index_entries(), references())
    assert len(entries) == 2
    assert "body.paragraph" in str(links)


@pytest.mark.parametrize("word", ["Verdict", "Judges", "Water", "Áncash"])
def test_an_article_is_found_by_its_words_and_subjects(client, news, word):
    subjects = {
        "topics": [Topic.objects.create(name="Water")],
        "regions": [Region.objects.create(name="Áncash")],
    }
    publish_together(news, [unsaved(**subjects)])

    results = client.get("/search/", {"query": word}).context["results"]
    assert len(results) == 1


def test_whoever_listens_for_publishing_is_told(
    news, django_capture_on_commit_callbacks
):
    heard = []

    def listen(instance, revision, **kwargs):
        heard.append((instance.title, revision == instance.live_revision))

    page_published.connect(listen)
    with django_capture_on_commit_callbacks(execute=True):
        publish_together(news, [unsaved()])
    page_published.disconnect(listen)

    assert heard == [("Verdict due", True)]


def queries(news, articles):
    with CaptureQueriesContext(connection) as asked:
        publish_together(news, articles)
    return len(asked)


def test_the_number_of_queries_grows_with_the_articles_and_not_with_the_news(news):
    def some(prefix, count):
        return [unsaved(f"{prefix} {n}") for n in range(count)]

    publish_together(news, some("first", 1))
    few, more = queries(news, some("a", 20)), queries(news, some("b", 60))
    publish_together(news, some("c", 200))

    assert queries(news, some("d", 20)) == few
    assert more - few <= 40 * 4
