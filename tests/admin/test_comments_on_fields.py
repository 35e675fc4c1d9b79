"""Editors and publishers talk beside the fields, and history tells who did what."""

import pytest
from django.urls import reverse
from wagtail.models import Comment, PageSubscription
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from news.models import ArticlePage
from psgsite.models import User
from tests.admin.editing import PUBLISH, SUBMIT, add, edit, edit_url
from tests.admin.test_review import decide, mails_to

pytestmark = pytest.mark.any_database

EDITOR, PUBLISHER = "editors@example.org", "publishers@example.org"


@pytest.fixture
def article(editor, news):
    """An article of the editor, who wants to hear of comments on it."""
    add(editor, news, ArticlePage, title="Draft", comment_notifications="on")
    return ArticlePage.objects.get()


def comments(*new, existing=()):
    """The posted comments: new ones, and those that were there already."""
    forms = [*existing, *new]
    for each in forms:
        each.setdefault("replies", inline_formset([]))
    return nested_form_data({"comments": inline_formset(forms, initial=len(existing))})


def comment(words, field="title", **more):
    return {"text": words, "contentpath": field, "position": ""} | more


def say(client, article, *new, **more):
    form = comments(*new, **more) | {"title": article.title, "slug": article.slug}
    return edit(client, article, **form)


def test_a_publisher_comments_and_the_editor_reads_it(
    publisher, editor, article, mailoutbox
):
    say(publisher, article, comment("Is this the name of the place?"))

    (mail,) = mails_to(EDITOR, mailoutbox)
    assert mail.subject == "publishers commented on “Draft”"
    assert "publishers wrote:\n\nIs this the name of the place?" in mail.body
    assert edit_url(article) in mail.body
    form = editor.get(edit_url(article)).content.decode()
    assert "Is this the name of the place?" in form


def test_an_answer_goes_to_who_asked(publisher, editor, article, mailoutbox):
    say(publisher, article, comment("Which Puno?"))
    asked = Comment.objects.get()
    PageSubscription.objects.filter(user__username="publishers").delete()

    reply = inline_formset([{"text": "The city."}], initial=0)
    known = comment(asked.text, id=asked.pk, replies=reply)
    say(editor, article, existing=[known])

    (mail,) = mails_to(PUBLISHER, mailoutbox)
    assert "editors answered to “Which Puno?”:\n\nThe city." in mail.body


def test_nobody_changes_what_another_said(publisher, editor, article):
    say(publisher, article, comment("Which Puno?"))
    said = Comment.objects.get()

    say(editor, article, existing=[comment("All is well.", id=said.pk)])

    assert Comment.objects.get().text == "Which Puno?"


def test_the_secretary_does_not_comment(secretary, article):
    say(secretary, article, comment("Hello"))

    assert not Comment.objects.exists()


def test_comments_are_not_shown_to_readers(publisher, client, article):
    say(publisher, article, comment("Which Puno?"))
    edit(publisher, article, PUBLISH, title="Published", slug=article.slug)

    html = client.get(ArticlePage.objects.get().url).content.decode()
    assert "<h1>Published</h1>" in html
    assert "Which Puno?" not in html


def test_the_history_tells_who_did_what(publisher, editor, article):
    User.objects.filter(username="editors").update(
        first_name="Rosa", last_name="Quispe"
    )
    User.objects.filter(username="publishers").update(first_name="Ann", last_name="Lee")
    edit(editor, article, SUBMIT, title="Draft", slug=article.slug)
    decide(publisher, article, "reject", comment="Name the source.")
    edit(editor, article, SUBMIT, title="Draft", slug=article.slug)
    decide(publisher, article, "approve")
    withdrawal = {"reason": "The source took it back."}
    publisher.post(reverse("withdraw_article", args=[article.pk]), withdrawal)

    page = reverse("wagtailadmin_pages:history", args=[article.pk])
    response = editor.get(page)

    done = [
        (entry.user.get_full_name(), entry.action)
        for entry in reversed(response.context["object_list"])
    ]
    for entry in [
        ("Rosa Quispe", "wagtail.create"),
        ("Rosa Quispe", "wagtail.edit"),
        ("Rosa Quispe", "wagtail.workflow.start"),
        ("Ann Lee", "wagtail.workflow.reject"),
        ("Ann Lee", "wagtail.workflow.approve"),
        ("Ann Lee", "wagtail.publish"),
    ]:
        assert entry in done
    html = response.content.decode()
    for words in ("Rosa Quispe", "Ann Lee", "Name the source.", "took it back."):
        assert words in html


def test_publishers_find_what_waits_with_one_click(publisher, editor, article):
    edit(editor, article, SUBMIT, title="Water for Puno", slug=article.slug)
    home = publisher.get(reverse("wagtailadmin_home")).content.decode()
    address = reverse("my_reviews")

    queue = publisher.get(address).content.decode()

    assert f'"{address}"' in home
    assert address not in editor.get(reverse("wagtailadmin_home")).content.decode()
    assert "Water for Puno" in queue
    assert edit_url(article) in queue
