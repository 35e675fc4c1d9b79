"""No picture is published of people of whom nobody knows whether they agreed."""

import pytest
from django.urls import reverse
from wagtail.models import TaskState

from about.models import AboutPage, HistoryPage
from news.models import ArticlePage
from psgsite.models import Image
from tests import factories
from tests.admin import block_forms
from tests.admin.editing import (
    PUBLISH,
    SUBMIT,
    add,
    edit,
    errors,
    messages,
    stream_errors,
)
from tests.admin.test_publishing_many import publish_all
from tests.admin.test_review import APPROVE, decide

pytestmark = pytest.mark.any_database

WHY = "It isn’t known whether the people in “A march” agreed to be shown."
REMEDY = "say what you learn under Images, in “People shown”"


@pytest.fixture
def march(home):
    return factories.image(title="A march", consent=Image.Consent.UNKNOWN)


def settle(picture):
    Image.objects.filter(pk=picture.pk).update(consent=Image.Consent.AGREED)


def test_an_article_with_such_an_image_is_not_published(publisher, news, march):
    response = add(publisher, news, ArticlePage, PUBLISH, image=march.pk)

    [message] = errors(response)["image"]
    assert message.startswith(WHY)
    assert REMEDY in message
    assert not ArticlePage.objects.exists()


def test_it_is_published_once_the_consent_is_known(publisher, news, client, march):
    settle(march)

    add(publisher, news, ArticlePage, PUBLISH, image=march.pk)

    assert client.get("/news/verdict-due/").status_code == 200


def test_a_draft_with_it_is_saved(editor, news, march):
    add(editor, news, image=march.pk, body=[block_forms.image(march.pk)])

    assert ArticlePage.objects.get().image == march


@pytest.mark.parametrize("block", ["image", "video"])
def test_a_picture_in_the_text_counts_too(publisher, news, march, block):
    blocks = {
        "image": block_forms.image(march.pk),
        "video": block_forms.video(shown=march.pk),
    }

    response = add(publisher, news, ArticlePage, PUBLISH, body=[blocks[block]])

    [message] = stream_errors(response).values()
    assert message.startswith(WHY)
    assert not ArticlePage.objects.exists()


@pytest.mark.parametrize(
    ("model", "stream", "block"),
    [
        (AboutPage, "people", block_forms.person),
        (AboutPage, "body", lambda shown: block_forms.image(shown)),
        (HistoryPage, "timeline", block_forms.event),
    ],
)
def test_every_page_keeps_the_rule(publisher, home, march, model, stream, block):
    page = model.objects.get()

    refused = edit(publisher, page, PUBLISH, **{stream: [block(shown=march.pk)]})
    settle(march)
    edit(publisher, page, PUBLISH, **{stream: [block(shown=march.pk)]})

    [message] = stream_errors(refused, stream).values()
    assert message.startswith(WHY)
    assert march.pk in [shown.pk for shown in model.objects.get().images()]


def test_several_pictures_are_all_named(publisher, news, march):
    crowd = factories.image(title="A crowd", consent=Image.Consent.UNKNOWN)
    shown = [block_forms.image(picture.pk) for picture in (march, crowd, march)]

    response = add(publisher, news, ArticlePage, PUBLISH, body=shown)

    [message] = stream_errors(response).values()
    assert "in “A march” and “A crowd” agreed" in message


def test_what_is_submitted_is_settled_first(editor, news, march):
    response = add(editor, news, ArticlePage, SUBMIT, image=march.pk)

    assert errors(response)["image"][0].startswith(WHY)
    assert not TaskState.objects.exists()


@pytest.mark.parametrize("from_above", [False, True], ids=["ticked", "from above"])
def test_publishing_many_publishes_none_with_it(
    editor, publisher, news, march, from_above
):
    add(editor, news, title="With the march", image=march.pk)
    draft = ArticlePage.objects.get()

    if from_above:
        response = publish_all(publisher, news, include_descendants="on")
    else:
        response = publish_all(publisher, draft)

    assert not ArticlePage.objects.get().live
    assert "for “With the march”. " + WHY in messages(response)[0]


@pytest.fixture
def submitted(editor, news, march):
    """An article in review whose picture turns out to be of people who weren't asked."""
    settle(march)
    add(editor, news, ArticlePage, SUBMIT, title="For review", image=march.pk)
    Image.objects.filter(pk=march.pk).update(consent=Image.Consent.UNKNOWN)
    return ArticlePage.objects.get()


def test_approving_publishes_nothing_and_says_why(submitted, publisher, march):
    response = decide(publisher, submitted, "approve")

    assert not ArticlePage.objects.get().live
    assert "“For review” was not published. " + WHY in messages(response)[0]
    assert response.url == reverse("wagtailadmin_pages:edit", args=[submitted.pk])
    assert TaskState.objects.get().status == TaskState.STATUS_IN_PROGRESS


def test_approving_with_a_comment_says_so_too(submitted, publisher):
    task = TaskState.objects.get()
    address = reverse(
        "wagtailadmin_pages:workflow_action", args=[submitted.pk, "approve", task.pk]
    )

    response = publisher.post(
        address, {"comment": "Good."}, headers={"X-Requested-With": "XMLHttpRequest"}
    )

    assert response.json()["redirect"].endswith(f"/pages/{submitted.pk}/edit/")
    assert not ArticlePage.objects.get().live


def test_approving_from_the_form_says_so_beside_the_image(submitted, publisher, march):
    response = edit(publisher, submitted, APPROVE, image=march.pk)

    assert errors(response)["image"][0].startswith(WHY)
    assert not ArticlePage.objects.get().live


def test_the_review_goes_on_once_it_is_settled(submitted, publisher, client, march):
    decide(publisher, submitted, "approve")
    settle(march)

    decide(publisher, submitted, "approve")

    assert client.get("/news/verdict-due/").status_code == 200
