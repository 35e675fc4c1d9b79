"""Publishing several drafts at once asks of each what its own form would ask."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from news.models import ArticlePage
from tests import factories
from tests.admin.block_forms import heading, image
from tests.admin.editing import add, do, messages


def publish_all(client, *pages, **form):
    ids = "&".join(f"id={page.pk}" for page in pages)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    return client.post(f"{address}?{ids}", form)


def unfinished(what):
    return {
        "a future date": {"date": timezone.localdate() + timedelta(days=1)},
        "an undescribed image": {"image": factories.image(description="").pk},
        "an undescribed image in the text": {
            "body": [image(factories.image().pk, alt_text="")]
        },
        "a sub-heading first": {"body": [heading(level="3")]},
        "an empty heading": {"body": [heading(text="")]},
    }[what]


@pytest.mark.parametrize(
    "what",
    [
        "a future date",
        "an undescribed image",
        "an undescribed image in the text",
        "a sub-heading first",
        "an empty heading",
    ],
)
@pytest.mark.parametrize("from_above", [False, True], ids=["ticked", "from above"])
def test_a_draft_that_is_not_finished_is_not_published(
    editor, publisher, news, what, from_above
):
    add(editor, news, title="Unfinished", **unfinished(what))
    draft = ArticlePage.objects.get()

    if from_above:
        response = publish_all(publisher, news, include_descendants="on")
    else:
        response = publish_all(publisher, draft)

    assert not ArticlePage.objects.get().live
    assert "“Unfinished” isn't finished" in messages(response)[0]


def test_finished_drafts_are_published_together(editor, publisher, client, news):
    for slug in ("one", "two"):
        add(editor, news, slug=slug, body=[heading()])

    publish_all(publisher, *ArticlePage.objects.all())

    assert client.get("/news/one/").status_code == 200
    assert client.get("/news/two/").status_code == 200


def test_a_section_comes_back_with_its_articles(publisher, client, news):
    factories.articles(news, 2)
    do(publisher, "unpublish", news, include_descendants="on")
    gone = client.get("/news/").status_code

    publish_all(publisher, news, include_descendants="on")

    assert gone == 404
    assert client.get("/news/").status_code == 200
    assert ArticlePage.objects.live().count() == 2


def test_an_expired_draft_is_not_published_among_many(publisher, news):
    over = timezone.now() - timedelta(hours=1)
    old = factories.article(news, title="Old", live=False, expire_at=over)
    new = factories.article(news, title="New", slug="new", live=False)

    response = publish_all(publisher, old, new)
    before = ArticlePage.objects.live().count()
    publish_all(publisher, new)

    assert "the time at which “Old” is to expire has passed" in messages(response)[0]
    assert before == 0
    assert ArticlePage.objects.live().get().title == "New"
