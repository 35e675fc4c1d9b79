"""Approving asks of a page what its own form would ask, wherever it is approved."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import TaskState

from news.models import ArticlePage
from tests import factories
from tests.admin.block_forms import image
from tests.admin.editing import SUBMIT, add, do, edit, edit_url, messages

pytestmark = pytest.mark.any_database


@pytest.fixture
def submitted(editor, news):
    picture = factories.image()
    fields = {"image": picture.pk, "image_alt_text": "Marchers in Puno"}
    add(editor, news, ArticlePage, SUBMIT, title="For review", **fields)
    return ArticlePage.objects.get()


def approve(client, article, **headers):
    task = TaskState.objects.get()
    names = [article.pk, "approve", task.pk]
    address = reverse("wagtailadmin_pages:workflow_action", args=names)
    return client.post(address, {"comment": "Well done"}, **headers)


UNFINISHED = {
    "an undescribed image": {"image_alt_text": ""},
    "an undescribed image in the text": {"body": [image("", alt_text="")]},
    "no title for a heading": {"body": [("heading", {"text": "", "level": "2"})]},
}


@pytest.mark.parametrize("what", UNFINISHED)
def test_what_is_not_finished_is_not_approved(submitted, publisher, what):
    described = factories.image(description="")
    edit(publisher, submitted, image=described.pk, **UNFINISHED[what])

    response = approve(publisher, submitted)

    assert not ArticlePage.objects.get().live
    assert TaskState.objects.get().status == TaskState.STATUS_IN_PROGRESS
    assert response.headers["Location"] == edit_url(submitted)
    assert "isn't finished. Approve or publish it here" in messages(response)[-1]


def test_what_is_finished_is_approved(submitted, publisher):
    edit(publisher, submitted, title="For review, corrected")

    approve(publisher, submitted)

    article = ArticlePage.objects.get()
    assert article.live
    assert article.title == "For review, corrected"


def test_from_the_window_for_a_comment_one_is_led_to_the_form(submitted, publisher):
    edit(publisher, submitted, image=factories.image(description="").pk)

    window = {"headers": {"x-requested-with": "XMLHttpRequest"}}
    response = approve(publisher, submitted, **window)

    answer = json.loads(response.content)
    assert answer == {"step": "success", "redirect": edit_url(submitted)}
    assert not ArticlePage.objects.get().live


def test_what_is_not_finished_can_be_sent_back(submitted, publisher):
    edit(publisher, submitted, image=factories.image(description="").pk)
    task = TaskState.objects.get()
    names = [submitted.pk, "reject", task.pk]

    publisher.post(reverse("wagtailadmin_pages:workflow_action", args=names))

    task.refresh_from_db()
    assert task.status == TaskState.STATUS_REJECTED


def test_the_form_of_an_unfinished_page_says_what_is_missing(submitted, publisher):
    undescribed = factories.image(description="")
    action = {"action-workflow-action": "true", "workflow-action-name": "approve"}

    response = edit(publisher, submitted, action, image=undescribed.pk)

    assert "image_alt_text" in response.context["form"].errors
    assert not ArticlePage.objects.get().live


def test_the_api_of_the_admin_changes_no_page(publisher, administrator, news):
    article = factories.article(news)

    for client in (publisher, administrator):
        for action in (
            "unpublish",
            "delete",
            "publish",
            "copy",
            "move",
            "create_alias",
        ):
            names = [article.pk, action]
            address = reverse("wagtailadmin_api:pages:action", args=names)
            assert client.post(address).status_code == 404

    assert ArticlePage.objects.get().live
    do(publisher, "unpublish", article)
    assert not ArticlePage.objects.get().live


@pytest.mark.parametrize(
    "address", ["/api/", "/api/v2/pages/", "/api/v3-preview/pages/"]
)
def test_there_is_no_api_for_others(client, administrator, home, address):
    assert client.get(address).status_code == 404
    assert administrator.get(address).status_code == 404
    assert client.get("/").status_code == 200


def test_what_has_expired_meanwhile_is_not_approved(submitted, publisher):
    late = submitted.get_latest_revision_as_object()
    late.expire_at = timezone.now() - timedelta(hours=1)
    late.save_revision()

    response = approve(publisher, submitted)

    assert not ArticlePage.objects.get().live
    assert response.headers["Location"] == edit_url(submitted)
    assert "time at which it is to expire has passed" in messages(response)[-1]
