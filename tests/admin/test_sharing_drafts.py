"""Editors make secret links to a draft, see them, and revoke them."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from psgsite.drafts.models import DraftLink
from psgsite.models import User
from tests import factories
from tests.admin.editing import add, edit_url, errors, messages, was_refused

pytestmark = pytest.mark.any_database


@pytest.fixture
def article(editor, news):
    add(editor, news)
    return news.articles().model.objects.get()


def share_url(page):
    return reverse("share_draft", args=[page.pk])


def share(client, page, days=7):
    return client.post(share_url(page), {"days": days})


def shown(client, page):
    return " ".join(client.get(share_url(page)).content.decode().split())


def links_in(html):
    return re.findall(r'value="http://testserver(/drafts/[^"]+)"', html)


def test_the_menu_of_a_page_leads_to_sharing(editor, article):
    html = editor.get(edit_url(article)).content.decode()

    assert f'href="{share_url(article)}"' in html


def test_an_editor_makes_a_link_that_opens_without_an_account(editor, client, article):
    response = share(editor, article)

    assert response["Location"] == share_url(article)
    assert messages(response)[-1].startswith("The link is ready, and works until ")
    [path] = links_in(shown(editor, article))
    assert "<h1>Verdict due</h1>" in client.get(path).content.decode()


@pytest.mark.parametrize("days", [1, 7, 30])
def test_a_link_works_for_as_long_as_was_chosen(editor, article, days):
    share(editor, article, days)

    link = DraftLink.objects.get()
    assert link.expires_at - link.made_at == timedelta(days=days)


@pytest.mark.parametrize("days", ["", "0", "365", "week"])
def test_no_link_works_for_longer(editor, article, days):
    response = share(editor, article, days)

    assert "days" in errors(response)
    assert not DraftLink.objects.exists()


def test_seven_days_are_chosen_already(editor, article):
    assert re.search(r'value="7"[^>]* checked', shown(editor, article))


def test_the_list_says_who_until_when_and_whether_it_was_opened(
    editor, client, article
):
    share(editor, article)

    before = shown(editor, article)
    client.get(DraftLink.objects.get().path)
    after = shown(editor, article)

    assert re.search(r"Works until \d+ \w+ \d{4}, \d\d:\d\d\. Made by editors", before)
    assert "Not opened yet." in before
    assert "Last opened on" in after


def test_the_maker_may_have_left(editor, article):
    share(editor, article)
    DraftLink.objects.update(made_by=None)

    assert "Made by someone who has left" in shown(editor, article)


def test_a_revoked_link_shows_nothing_any_more(editor, publisher, client, article):
    share(editor, article)
    link = DraftLink.objects.get()

    # Whoever may edit the page, not only who made the link.
    address = reverse("revoke_draft", args=[article.pk, link.pk])
    response = publisher.post(address)

    assert messages(response) == ["The link is revoked: it shows nothing any more."]
    assert client.get(link.path).status_code == 410
    assert links_in(shown(editor, article)) == []
    assert ": revoked." in shown(editor, article)


def test_links_that_expired_are_told_apart(editor, article):
    share(editor, article)
    DraftLink.objects.update(expires_at=timezone.now())

    assert links_in(shown(editor, article)) == []
    assert ": expired." in shown(editor, article)


def test_the_history_says_who_shared_and_revoked(editor, article):
    share(editor, article)
    link = DraftLink.objects.get()
    editor.post(reverse("revoke_draft", args=[article.pk, link.pk]))
    editor.post(reverse("revoke_draft", args=[article.pk, link.pk]))

    html = editor.get(
        reverse("wagtailadmin_pages:history", args=[article.pk])
    ).content.decode()

    assert html.count("Made a link to the draft") == 1
    assert html.count("Revoked a link to the draft") == 1
    assert "The link works until" in html
    assert link.key.hex not in html
    entries = PageLogEntry.objects.filter(action__startswith="psgsite.")
    assert {entry.user for entry in entries} == {User.objects.get(username="editors")}


def test_without_a_draft_there_is_nothing_to_share(editor, news):
    article = factories.article(news)

    html = shown(editor, article)
    response = share(editor, article)

    assert "There is no draft to share" in html
    assert 'type="submit" class="button">' not in html
    assert messages(response) == ["There is no draft to share. Save a change first."]
    assert not DraftLink.objects.exists()


def test_the_page_says_what_a_link_means_for_a_private_page(editor, article):
    assert "This page is private" not in shown(editor, article)

    factories.restrict(article)

    assert "This page is private" in shown(editor, article)


def test_only_those_who_may_edit_the_page_share_or_revoke(
    editor, secretary, client, article
):
    share(editor, article)
    link = DraftLink.objects.get()
    revoke = reverse("revoke_draft", args=[article.pk, link.pk])

    assert was_refused(secretary.get(share_url(article)))
    assert was_refused(share(secretary, article))
    assert was_refused(secretary.post(revoke))
    assert client.post(revoke).headers["Location"].startswith("/admin/login/")
    assert list(DraftLink.objects.values_list("revoked_at")) == [(None,)]


def test_a_link_is_revoked_only_at_its_own_page(editor, news, home, article):
    share(editor, article)
    link = DraftLink.objects.get()

    response = editor.post(reverse("revoke_draft", args=[news.pk, link.pk]))

    assert response.status_code == 404
    assert not DraftLink.objects.get().revoked_at


def test_links_are_no_use_of_a_page(editor, article):
    share(editor, article)

    html = editor.get(
        reverse("wagtailadmin_pages:usage", args=[article.pk])
    ).content.decode()

    assert "Link to a draft" not in html
