"""The panels of the admin's home: what is in hand for the one who has signed in."""

from datetime import timedelta
from html import unescape

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone
from wagtail.models import TaskState

from news.models import ArticlePage
from psgsite.models import User
from tests import factories
from tests.admin.editing import PUBLISH, SUBMIT, add, edit

PANELS = {
    "My drafts": "You have no drafts at the moment.",
    "Waiting for review": "Nothing is waiting for review.",
    "Scheduled": "Nothing is scheduled.",
    "Content health": "All is well: nothing is missing, and no link is broken.",
    "Searches that found nothing": "Every search of the last 30 days found something.",
}


def panels(client):
    """What the home shows: the text of each panel's parts, by the panel's heading."""
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    sections = BeautifulSoup(html, "html.parser").select("section.w-panel")
    return {
        section.select_one("[data-panel-heading-text]").text: [
            " ".join(part.get_text(" ").split())
            for part in section.select(".w-panel__content > p, tbody tr")
        ]
        for section in sections
    }


def titles(client, panel):
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    section = BeautifulSoup(html, "html.parser").find(id=f"{panel}-section")
    return [unescape(link.text) for link in section.select("td.title a")]


def decide(client, decision, **answer):
    task = TaskState.objects.get(status=TaskState.STATUS_IN_PROGRESS)
    article = task.revision.content_object
    address = reverse(
        "wagtailadmin_pages:workflow_action", args=[article.pk, decision, task.pk]
    )
    return client.post(address, answer)


@pytest.mark.parametrize("role", ["editor", "publisher", "administrator"])
def test_a_new_site_says_in_a_sentence_that_there_is_nothing(request, role):
    shown = panels(request.getfixturevalue(role))

    assert {name: shown[name] for name in PANELS} == {
        name: [sentence] for name, sentence in PANELS.items()
    }


def test_who_keeps_the_members_sees_their_own_and_none_of_it(secretary, editor):
    assert panels(editor).keys() >= PANELS.keys()
    assert panels(secretary).keys() == {"Enquiries"}


def test_my_drafts_are_those_i_wrote_or_edited_last(editor, publisher, news):
    add(editor, news, title="By the editor", slug="a")
    add(publisher, news, title="By the publisher", slug="b")
    add(publisher, news, title="Taken over", slug="c")
    edit(editor, ArticlePage.objects.get(title="Taken over"), title="Taken over")

    assert titles(editor, "my_drafts") == ["Taken over", "By the editor"]
    assert titles(publisher, "my_drafts") == ["Taken over", "By the publisher"]


def test_a_published_page_with_changes_is_a_draft_too(publisher, news):
    add(publisher, news, action=PUBLISH, title="As published")
    assert titles(publisher, "my_drafts") == []

    edit(publisher, ArticlePage.objects.get(), title="With changes")

    (row,) = panels(publisher)["My drafts"]
    assert row.startswith("With changes Published, with changes")


def test_what_is_in_review_is_no_longer_among_the_drafts(editor, publisher, news):
    add(editor, news, action=SUBMIT, title="For review")

    assert titles(editor, "my_drafts") == []
    (row,) = panels(editor)["Waiting for review"]
    assert row.startswith("For review Waiting for a publisher")
    (row,) = panels(publisher)["Waiting for review"]
    assert row.startswith("For review Awaiting your review, from editors")
    assert "Approve" in row
    assert "Request changes" in row
    assert "Preview" in row
    assert "Compare" not in row


def test_new_words_for_a_published_page_can_be_compared(editor, publisher, news):
    add(publisher, news, action=PUBLISH, title="Old words")
    edit(editor, ArticlePage.objects.get(), SUBMIT, title="New words")

    html = publisher.get(reverse("wagtailadmin_home")).content.decode()
    panel = BeautifulSoup(html, "html.parser").find(id="reviews-section")
    link = panel.find("a", string="Compare with the published version")

    changes = publisher.get(link["href"]).content.decode()
    assert "Old" in changes
    assert "New" in changes


def test_what_was_sent_back_is_shown_with_the_comment(editor, publisher, news):
    add(editor, news, action=SUBMIT, title="For review")

    decide(publisher, "reject", comment="Name the source.")

    (row,) = panels(editor)["Waiting for review"]
    assert row.startswith("For review Sent back: Name the source.")
    assert panels(publisher)["Waiting for review"] == ["Nothing is waiting for review."]


def test_a_comment_is_shown_as_text(editor, publisher, news):
    add(editor, news, action=SUBMIT, title="For review")
    decide(publisher, "reject", comment="<script>alert(1)</script>")

    html = editor.get(reverse("wagtailadmin_home")).content.decode()

    assert "&lt;script&gt;alert(1)" in html


def test_one_editor_does_not_see_the_reviews_of_another(
    editor, publisher, news, client
):
    add(editor, news, action=SUBMIT, title="For review")
    client.force_login(factories.user("Editors", username="another"))

    assert titles(editor, "reviews") == ["For review"]
    assert titles(client, "reviews") == []


def test_what_is_scheduled_is_shown_in_the_order_of_its_time(publisher, news):
    now = timezone.now()
    expires = now + timedelta(days=2)
    for title, days in [("Later", 3), ("Sooner", 1)]:
        article = factories.article(
            news, title=title, live=False, go_live_at=now + timedelta(days=days)
        )
        article.save_revision().publish(user=User.objects.get(username="publishers"))
    article = factories.article(news, title="Short-lived", expire_at=expires)
    article.save_revision().publish()

    rows = panels(publisher)["Scheduled"]

    assert [row[: row.index(" 20")].rsplit(" ", 2)[0] for row in rows] == [
        "Sooner Will be published",
        "Short-lived Will be taken off",
        "Later Will be published",
    ]
    assert titles(publisher, "my_drafts") == []


def test_what_was_published_lately_comes_last_published_first(publisher, news):
    for n in (1, 2):
        add(publisher, news, action=PUBLISH, title=f"Article {n}", slug=f"a-{n}")

    assert titles(publisher, "published")[:2] == ["Article 2", "Article 1"]


def test_a_withdrawn_article_is_not_a_draft(publisher, news):
    add(publisher, news, action=PUBLISH, title="Withdrawn")
    add(publisher, news, title="A draft", slug="draft")

    article = ArticlePage.objects.get(title="Withdrawn")
    article.withdraw("It was wrong.", User.objects.get(username="publishers"))

    assert titles(publisher, "my_drafts") == ["A draft"]


def test_each_fact_is_shown_once(editor, publisher, news):
    add(editor, news, action=SUBMIT, title="For review")

    html = publisher.get(reverse("wagtailadmin_home")).content.decode()

    assert html.count(">For review<") == 1
    assert "Your most recent edits" not in html
    assert "Your pages and snippets in a workflow" not in html


def test_locked_pages_are_still_shown(publisher, news):
    add(publisher, news, title="Under the key")
    assert "Your locked pages" not in panels(publisher)

    me = User.objects.get(username="publishers")
    ArticlePage.objects.update(locked=True, locked_by=me, locked_at=timezone.now())

    assert "Your locked pages" in panels(publisher)
