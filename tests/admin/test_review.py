"""From an editor's draft to the readers: submitted, sent back, approved."""

import pytest
from django.urls import reverse
from wagtail.models import TaskState

from news.models import ArticlePage
from tests.admin.editing import (
    PUBLISH,
    SUBMIT,
    add,
    edit,
    edit_url,
)

EDITOR, PUBLISHER = "editors@example.org", "publishers@example.org"
APPROVE = {"action-workflow-action": "true", "workflow-action-name": "approve"}


@pytest.fixture
def submitted(editor, news, mailoutbox):
    """An article that waits for a publisher, and the mails about it in the outbox."""
    add(editor, news, ArticlePage, SUBMIT, title="For review")
    return ArticlePage.objects.get()


def mails_to(address, mailoutbox):
    return [mail for mail in mailoutbox if mail.to == [address]]


def decide(client, article, decision, **answer):
    """Approve or reject where the publisher is offered it: on the dashboard."""
    task = TaskState.objects.get(status=TaskState.STATUS_IN_PROGRESS)
    address = reverse(
        "wagtailadmin_pages:workflow_action", args=[article.pk, decision, task.pk]
    )
    return client.post(address, answer)


def test_submitting_tells_the_publishers(submitted, mailoutbox):
    (mail,) = mails_to(PUBLISHER, mailoutbox)

    assert "For review" in mail.subject
    assert edit_url(submitted) in mail.body
    assert mail.body.count("http://127.0.0.1:8000/admin/") >= 1
    assert not mails_to(EDITOR, mailoutbox)


def test_readers_see_nothing_of_what_is_in_review(submitted, client):
    assert client.get("/news/verdict-due/").status_code == 404
    assert "For review" not in client.get("/").content.decode()


def test_a_publisher_finds_it_on_the_dashboard(submitted, publisher, editor):
    waiting = publisher.get(reverse("wagtailadmin_home")).content.decode()

    assert "Awaiting your review" in waiting
    assert "For review" in waiting


def test_a_publisher_looks_at_it_as_it_will_be(submitted, publisher):
    task = TaskState.objects.get()

    shown = publisher.get(
        reverse(
            "wagtailadmin_pages:workflow_preview", args=[submitted.pk, task.task_id]
        )
    )

    assert "<h1>For review</h1>" in shown.content.decode()


def test_approval_publishes_it_and_tells_the_editor(
    submitted, publisher, client, mailoutbox
):
    decide(publisher, submitted, "approve")

    assert "<h1>For review</h1>" in client.get("/news/verdict-due/").content.decode()
    (mail,) = mails_to(EDITOR, mailoutbox)
    assert mail.subject == "Published: “For review”"


def test_approval_works_from_the_editing_form_too(submitted, publisher, client):
    edit(publisher, submitted, APPROVE, title="For review, corrected")

    seen = client.get("/news/verdict-due/").content.decode()
    assert "<h1>For review, corrected</h1>" in seen


def test_sending_back_tells_the_editor_why(submitted, publisher, client, mailoutbox):
    decide(publisher, submitted, "reject", comment="Who said so? Name the source.")

    (mail,) = mails_to(EDITOR, mailoutbox)
    assert "Who said so? Name the source." in mail.body
    assert edit_url(submitted) in mail.body
    assert client.get("/news/verdict-due/").status_code == 404


def test_what_was_sent_back_can_be_submitted_again(
    submitted, editor, publisher, client
):
    decide(publisher, submitted, "reject", comment="Name the source.")

    edit(editor, submitted, SUBMIT, title="With its source")
    decide(publisher, submitted, "approve")

    seen = client.get("/news/verdict-due/").content.decode()
    assert "<h1>With its source</h1>" in seen


def test_an_editor_approves_nothing(submitted, editor, client):
    decide(editor, submitted, "approve")
    edit(editor, submitted, APPROVE)

    assert TaskState.objects.get().status == TaskState.STATUS_IN_PROGRESS
    assert client.get("/news/verdict-due/").status_code == 404


def test_an_editor_does_not_change_what_is_in_review(submitted, editor):
    response = edit(editor, submitted, title="Changed behind the publisher's back")

    assert "could not be saved as it is locked" in response.content.decode()
    latest = ArticlePage.objects.get().get_latest_revision_as_object()
    assert latest.title == "For review"


def test_an_editor_can_take_back_what_they_submitted(submitted, editor):
    edit(editor, submitted, {"action-cancel-workflow": "true"})

    assert TaskState.objects.get().status == TaskState.STATUS_CANCELLED
    assert not ArticlePage.objects.get().workflow_in_progress


def test_a_change_to_a_live_page_is_reviewed_the_same_way(
    editor, publisher, client, news
):
    add(publisher, news, ArticlePage, PUBLISH, title="Old words")
    article = ArticlePage.objects.get()

    edit(editor, article, SUBMIT, title="New words")
    before = client.get("/news/verdict-due/").content.decode()
    decide(publisher, article, "approve")
    after = client.get("/news/verdict-due/").content.decode()

    assert "<h1>Old words</h1>" in before
    assert "<h1>New words</h1>" in after


def test_a_mail_server_that_is_down_does_not_stop_the_review(
    editor, publisher, client, news, settings
):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9

    add(editor, news, ArticlePage, SUBMIT, title="For review")
    decide(publisher, ArticlePage.objects.get(), "approve")

    assert "<h1>For review</h1>" in client.get("/news/verdict-due/").content.decode()


def test_every_section_is_reviewed_too(editor, home):
    for section in [home, *home.get_children().specific()]:
        html = editor.get(edit_url(section)).content.decode()
        assert "Submit to Review by a publisher" in html
