"""Going back to an earlier version, also to one that lost something since."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import rich_text

from about.models import AboutPage, HistoryPage
from news.models import ArticlePage, Topic
from tests import factories
from tests.admin.editing import PUBLISH, add, edit

pytestmark = pytest.mark.any_database


@pytest.fixture
def article(publisher, news):
    add(publisher, news, ArticlePage, PUBLISH, title="First words")
    made = ArticlePage.objects.get()
    edit(publisher, made, PUBLISH, title="Second words")
    return made


def first(edited):
    return edited.revisions.earliest("pk")


def address(name, revision):
    return reverse(f"wagtailadmin_pages:{name}", args=[revision.object_id, revision.pk])


def test_the_history_lists_every_version(editor, article):
    history = editor.get(reverse("wagtailadmin_pages:history", args=[article.pk]))

    html = history.content.decode()
    for revision in article.revisions.all():
        assert address("revisions_view", revision) in html


def test_an_earlier_version_can_be_looked_at(editor, article):
    shown = editor.get(address("revisions_view", first(article)))

    assert "<h1>First words</h1>" in shown.content.decode()


def test_two_versions_can_be_compared(editor, article):
    two = [article.pk, "earliest", "live"]

    shown = editor.get(reverse("wagtailadmin_pages:revisions_compare", args=two))

    html = shown.content.decode()
    assert '<span class="deletion">First</span>' in html
    assert '<span class="addition">Second</span>' in html


def test_going_back_fills_the_form_with_the_earlier_text(editor, article):
    shown = editor.get(address("revisions_revert", first(article)))

    assert shown.context["form"]["title"].value() == "First words"


def test_publishing_the_earlier_version_brings_it_back(publisher, client, article):
    edit(publisher, article, PUBLISH, revision=first(article).pk, title="First words")

    assert "<h1>First words</h1>" in client.get("/news/verdict-due/").content.decode()


# What a version holds that may be deleted after it: the model, the stream, its value.
WITH_PICTURES = [
    (ArticlePage, "body", "image"),
    (ArticlePage, "body", "video"),
    (AboutPage, "people", "person"),
    (HistoryPage, "timeline", "event"),
]


def with_picture(kind, image):
    """The form of a block of ``kind`` that shows ``image``."""
    plain = {"image": image.pk}
    described = {"image": {"image": image.pk, "alt_text": "A square"}}
    return {
        "image": described | {"caption": "", "credit": ""},
        "video": plain | {"url": "https://vimeo.com/123456789", "title": "Water"},
        "person": plain | {"name": "Rosa", "role": "", "text": rich_text("")},
        "event": described
        | {
            "year": "1980",
            "end_year": "",
            "heading": "Return",
            "text": rich_text("<p>Votes.</p>"),
        },
    }[kind]


@pytest.mark.parametrize(("model", "stream", "kind"), WITH_PICTURES)
def test_a_version_whose_picture_was_deleted_still_opens(
    publisher, client, news, model, stream, kind
):
    image = factories.image()
    made = factories.article(news) if model is ArticlePage else model.objects.get()
    block = {stream: [(kind, with_picture(kind, image))]}
    edit(publisher, made, PUBLISH, title="Pictured", slug="pictured", **block)
    pictured = made.revisions.latest("pk")
    seen_before = client.get(made.__class__.objects.get().url).content.decode()

    image.delete()

    assert "<picture" in seen_before or "<img" in seen_before
    assert publisher.get(address("revisions_revert", pictured)).status_code == 200
    assert publisher.get(address("revisions_view", pictured)).status_code == 200
    shown = client.get(model.objects.get().url)
    assert "<h1>Pictured</h1>" in shown.content.decode()


def test_a_version_whose_lead_image_was_deleted_goes_back_without_it(
    publisher, client, article
):
    image = factories.image()
    edit(publisher, article, PUBLISH, title="Pictured", image=image.pk)
    pictured = article.revisions.latest("pk")

    image.delete()
    form = publisher.get(address("revisions_revert", pictured)).context["form"]
    edit(publisher, article, PUBLISH, revision=pictured.pk, title="Pictured")

    assert form["image"].value() is None
    assert "<h1>Pictured</h1>" in client.get("/news/verdict-due/").content.decode()


def test_a_version_whose_topic_was_deleted_still_opens(publisher, article):
    topic = Topic.objects.create(name="Gone")
    edit(publisher, article, PUBLISH, topics=[topic.pk])
    filed = article.revisions.latest("pk")

    topic.delete()

    assert publisher.get(address("revisions_view", filed)).status_code == 200
    assert publisher.get(address("revisions_revert", filed)).status_code == 200
