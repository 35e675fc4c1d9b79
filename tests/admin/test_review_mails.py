"""What a real mail server is given at each step of a review, read back."""

import re
from datetime import timedelta

import pytest
from django.conf import settings as site_settings
from django.urls import reverse
from django.utils import timezone
from wagtail.models import TaskState

from news.models import ArticlePage
from psgsite.models import User
from tests import factories
from tests.admin.editing import PUBLISH, SUBMIT, add, edit, edit_url

pytestmark = pytest.mark.any_database

EDITOR, PUBLISHER = "editors@example.org", "publishers@example.org"


@pytest.fixture
def post(server, home, monkeypatch):
    """The mails that arrived, in order. The editor and the publisher have names here."""
    # Mails are sent once what they are about is saved, which a test never does for good.
    monkeypatch.setattr("psgsite.outbox.posting.transaction.on_commit", lambda do: do())
    names = {"editors": ("Rosa", "Quispe"), "publishers": ("Ann", "Lee")}
    for username, (first, last) in names.items():
        people = User.objects.filter(username=username)
        people.update(first_name=first, last_name=last)
    return server.mails


def decide(client, article, decision, **answer):
    task = TaskState.objects.get(status=TaskState.STATUS_IN_PROGRESS)
    names = [article.pk, decision, task.pk]
    address = reverse("wagtailadmin_pages:workflow_action", args=names)
    return client.post(address, answer)


def submit(editor, news, title="Water for Puno", **fields):
    add(editor, news, ArticlePage, SUBMIT, title=title, **fields)
    return ArticlePage.objects.get()


def subject(mail):
    # One that is folded begins with the space it was folded at.
    return mail["Subject"].strip()


def text(mail):
    return mail.get_content()


def links(mail):
    """The addresses of this site in a mail, without its host."""
    found = re.findall(r"https?://\S+", text(mail))
    assert all(link.startswith(site_settings.BASE_URL) for link in found)
    return [link.removeprefix(site_settings.BASE_URL) for link in found]


def test_publishers_are_asked_to_review(post, editor, publisher, news):
    article = submit(editor, news)

    (mail,) = post
    assert mail["To"] == PUBLISHER
    assert subject(mail) == "Please review “Water for Puno”"
    assert mail.get_content_type() == "text/plain"
    assert text(mail).startswith("Hello Ann,\n\nRosa Quispe asks you to review “Water")
    assert "Readers don't see it until a publisher approves it." in text(mail)
    assert edit_url(article) in links(mail)


def test_the_mail_of_a_change_leads_to_what_changed(post, editor, publisher, news):
    add(publisher, news, ArticlePage, PUBLISH, title="Water for Puno")
    article = ArticlePage.objects.get()

    edit(editor, article, SUBMIT, title="Clean water for Puno")

    (mail,) = post
    assert subject(mail) == "Please review “Clean water for Puno”"
    assert "Readers see the published version" in text(mail)
    compare = ["live", "latest"]
    address = reverse(
        "wagtailadmin_pages:revisions_compare", args=[article.pk, *compare]
    )
    assert address in links(mail)
    assert all(publisher.get(link).status_code == 200 for link in links(mail))


def test_all_links_open(post, editor, publisher, client, news):
    article = submit(editor, news)
    to_publisher = links(post[0])
    opened = [publisher.get(link).status_code for link in to_publisher]
    decide(publisher, article, "reject", comment="Which part of Puno?")
    edit(editor, article, SUBMIT, title="Water for Juliaca")
    decide(publisher, article, "approve")

    assert opened == [200] * 3
    for mail in post:
        if mail["To"] == EDITOR:
            for link in links(mail):
                assert editor.get(link).status_code == 200
    assert client.get(links(post[-1])[0]).status_code == 200


def test_the_editor_learns_what_to_change(post, editor, publisher, news):
    article = submit(editor, news)
    decide(
        publisher, article, "reject", comment="Who said so?\nName the source & “day”."
    )

    mail = post[-1]
    assert mail["To"] == EDITOR
    assert subject(mail) == "Please change “Water for Puno”"
    assert "Ann Lee asks for changes to “Water for Puno” before it is" in text(mail)
    assert "They say:\n\nWho said so?\nName the source & “day”.\n" in text(mail)
    assert edit_url(article) in links(mail)


def test_the_editor_learns_that_it_is_published(post, editor, publisher, news):
    article = submit(editor, news)
    decide(publisher, article, "approve", comment="Thank you!")

    mail = post[-1]
    assert mail["To"] == EDITOR
    assert subject(mail) == "Published: “Water for Puno”"
    assert "Ann Lee approved “Water for Puno”." in text(mail)
    assert "They say:\n\nThank you!\n" in text(mail)
    assert ArticlePage.objects.get().url in links(mail)[0]


def test_the_editor_learns_that_it_will_be_published(post, editor, publisher, news):
    tomorrow = timezone.localtime() + timedelta(days=1)
    article = submit(editor, news, go_live_at=tomorrow.strftime("%Y-%m-%d %H:%M"))
    decide(publisher, article, "approve")

    assert subject(post[-1]) == "Approved: “Water for Puno”"
    assert "published by itself at the time that is set" in text(post[-1])
    assert not ArticlePage.objects.get().live


def test_the_editor_learns_that_it_was_published_without_approval(
    post, editor, publisher, client, news
):
    article = submit(editor, news)
    edit(publisher, article, PUBLISH, title="Water for Puno", slug=article.slug)

    mail = post[-1]
    assert mail["To"] == EDITOR
    assert subject(mail) == "No longer in review: “Water for Puno”"
    assert "Ann Lee took “Water for Puno” out of review." in text(mail)
    assert client.get(links(mail)[0]).status_code == 200


def test_the_editor_learns_that_it_is_a_draft_again(post, editor, publisher, news):
    article = submit(editor, news)
    edit(publisher, article, {"action-cancel-workflow": "true"}, slug=article.slug)

    assert post[-1]["To"] == EDITOR
    assert "Readers don't see it. It is a draft that you can change" in text(post[-1])
    assert links(post[-1])[0] == edit_url(article)


def test_nobody_is_told_of_what_they_did_themselves(
    post, publisher, administrator, news
):
    article = submit(publisher, news)
    decide(publisher, article, "approve")

    assert ArticlePage.objects.get().live
    assert not post


def test_another_publisher_is_told_once(post, editor, news):
    user = factories.user("Publishers", username="second", email="second@example.org")
    user.groups.add(User.objects.get(username="editors").groups.get())

    submit(editor, news)

    assert sorted(mail["To"] for mail in post) == [PUBLISHER, "second@example.org"]


@pytest.mark.parametrize("title", ["Water\nBcc: all@example.org", "Water\r\n\r\nHello"])
def test_a_title_of_several_lines_makes_one_subject(post, editor, news, title):
    submit(editor, news, title=title)

    (mail,) = post
    assert subject(mail) == f"Please review “{' '.join(title.split())}”"
    assert mail["Bcc"] is None
    assert mail["To"] == PUBLISHER


def test_signs_of_html_stay_what_they_are(post, editor, news):
    submit(editor, news, title="Q&A: <Water> & “land”")

    assert subject(post[0]) == "Please review “Q&A: <Water> & “land””"
    assert "“Q&A: <Water> & “land””" in text(post[0])


def test_a_link_for_a_new_password_is_sent_at_once(post, client, home):
    client.post(reverse("wagtailadmin_password_reset"), {"email": EDITOR})

    (mail,) = post
    assert mail["To"] == EDITOR
    assert any(client.get(link).status_code == 302 for link in links(mail))
