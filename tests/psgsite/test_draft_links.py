"""A secret link shows a draft to someone without an account, and nothing else."""

import logging
import re
from datetime import timedelta

import pytest
from django.core.signing import Signer
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction

from psgsite.drafts.models import DraftLink
from psgsite.logs import WithoutTokens
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture
def article(news):
    """A published article with a draft of other words."""
    fields = {"slug": "verdict-due", "byline": "Rosa Quispe"}
    article = factories.article(news, title="Old words", **fields)
    article.save_revision().publish()
    return redraft(article, "New words")


@pytest.fixture
def link(article):
    return DraftLink.make(article, factories.administrator(), days=7)


def redraft(article, title):
    article.title = title
    article.save_revision()
    return article


def html(response):
    return response.content.decode()


def test_a_link_shows_the_draft_to_anyone(client, link):
    shown = html(client.get(link.path))

    assert "<h1>New words</h1>" in shown
    assert "By Rosa Quispe" in shown
    assert "<h1>Old words</h1>" in html(client.get("/news/verdict-due/"))


def test_it_says_that_it_is_a_draft_and_until_when(client, link):
    DraftLink.objects.update(expires_at=timezone.now() + timedelta(days=400))
    link.refresh_from_db()

    shown = " ".join(html(client.get(link.path)).split())

    assert "Draft – not published; do not pass on." in shown
    until = timezone.localtime(link.expires_at)
    assert f"{until:%B %Y, %H:%M}</time>" in shown
    assert "Draft – not published" not in html(client.get("/news/verdict-due/"))


def test_it_shows_changes_made_since(client, link, article):
    redraft(article, "Newer words")

    assert "<h1>Newer words</h1>" in html(client.get(link.path))


def test_nobody_keeps_indexes_or_passes_on_a_draft(client, link):
    response = client.get(link.path)

    assert response["X-Robots-Tag"] == "noindex"
    assert response["Referrer-Policy"] == "no-referrer"
    assert "no-store" in response["Cache-Control"]
    assert "X-Offline" not in response
    assert '<meta name="robots" content="noindex">' in html(response)
    for tag in ('rel="canonical"', "og:", "ld+json", "offline.js", "rss+xml"):
        assert tag not in html(response), tag
        assert tag in html(client.get("/news/verdict-due/")), tag


def test_its_own_address_is_nowhere_in_it(client, link):
    shown = html(client.get(link.path))

    assert "/drafts/" not in shown
    assert 'href="/news/"' in shown


def test_an_editor_sees_what_a_stranger_sees(link):
    editor = Client()
    editor.force_login(factories.user(is_superuser=True))

    shown = html(editor.get(link.path))

    assert "<h1>New words</h1>" in shown
    assert "/admin/" not in shown
    assert "/admin/" in html(editor.get("/news/verdict-due/"))


def test_no_account_is_named(client, link):
    shown = html(client.get(link.path))

    assert "New words" in shown
    assert "admin" not in shown


def test_a_page_that_was_never_published_can_be_shared(client, news):
    article = factories.article(news, live=False)
    redraft(article, "Never public")
    link = DraftLink.make(article, None, days=1)

    assert "<h1>Never public</h1>" in html(client.get(link.path))
    assert client.get("/news/verdict-due/").status_code == 404


def test_a_private_draft_is_for_whoever_has_the_link(client, link, article):
    factories.restrict(article)

    assert "<h1>New words</h1>" in html(client.get(link.path))
    assert client.get("/news/verdict-due/").status_code == 302


def test_pictures_of_a_draft_load_and_private_files_do_not(client, news):
    private = Collection.get_first_root_node().add_child(name="Private")
    CollectionViewRestriction.objects.create(
        collection=private, restriction_type="login"
    )
    image, file = factories.image(), factories.document(collection=private)
    article = factories.article(news, live=False, image=image)
    link = DraftLink.make(article, None, days=1)

    [picture, *_] = re.findall(r' src="(/media/[^"]+)"', html(client.get(link.path)))

    assert client.get(picture).status_code == 200
    assert client.get(file.url).status_code == 302


def test_the_last_opening_is_kept_and_nothing_of_who_it_was(client, link):
    client.head(link.path)
    assert DraftLink.objects.get().opened_at is None

    client.get(link.path)

    assert DraftLink.objects.get().opened_at is not None
    names = {field.name for field in DraftLink._meta.get_fields()}
    assert names == {
        "id",
        "page",
        "key",
        "made_at",
        "made_by",
        "expires_at",
        "revoked_at",
        "opened_at",
    }


def expire(link):
    DraftLink.objects.update(expires_at=timezone.now())


def revoke(link):
    link.revoke()


def unpublish(link):
    link.page.unpublish()


def withdraw(link):
    link.page.specific.withdraw("The dates in it were wrong.", user=None)


@pytest.mark.parametrize("end", [expire, revoke, unpublish, withdraw])
def test_a_link_that_ended_says_what_to_do(client, link, end):
    assert "New words" in html(client.get(link.path))

    end(link)

    response = client.get(link.path)
    assert response.status_code == 410
    assert "ask whoever sent you the link for a new one" in html(response)
    assert "words</h1>" not in html(response)
    assert "no-store" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex"


def test_a_link_leads_to_the_page_once_the_draft_is_published(client, link, article):
    article.save_revision().publish()

    response = client.get(link.path)

    assert (response.status_code, response["Location"]) == (302, article.full_url)
    assert response["Referrer-Policy"] == "no-referrer"


def test_a_link_does_not_show_the_draft_after_the_one_it_was_made_for(
    client, link, article
):
    article.save_revision().publish()
    redraft(article, "Another draft")
    factories.restrict(article)

    response = client.get(link.path)

    assert response.status_code == 410
    assert "Another draft" not in html(response)


def test_a_scheduled_draft_is_shown_until_its_time_comes(client, link, article):
    article.go_live_at = timezone.now() + timedelta(days=2)
    article.save_revision().publish()

    assert "<h1>New words</h1>" in html(client.get(link.path))


def test_a_deleted_page_has_no_draft(client, link, article):
    article.delete()

    assert client.get(link.path).status_code == 404


def test_a_forged_address_is_not_even_looked_up(
    client, link, django_assert_num_queries
):
    key, signature = link.path.split("/")[2].split(".")
    forged = [key, link.key, f"{key}.{signature[:-1]}", f"{key}.{'A' * 43}", "x" * 5000]
    forged.append(Signer(sep=".").sign(key))

    for token in forged:
        response = client.get(reverse("draft", args=[token]))
        assert response.status_code == 404
        assert "ask whoever sent you the link" in html(response)
        with django_assert_num_queries(0):
            assert DraftLink.objects.with_token(str(token)) is None


def test_each_link_has_an_address_of_its_own_that_nobody_guesses(link, article):
    other = DraftLink.make(article, None, days=7)

    assert other.path != link.path
    assert len(link.path.split(".")[1].strip("/")) * 6 >= 256
    assert link.key.hex not in reverse("draft", args=["x"])


def test_a_draft_is_only_read(client, link):
    assert client.post(link.path).status_code == 405
    assert client.get(link.path).status_code == 200


def test_no_log_has_the_address_of_a_draft(client, link, caplog):
    link.revoke()

    client.get(link.path)

    [record] = [r for r in caplog.records if "/drafts/" in r.getMessage()]
    WithoutTokens().filter(record)
    assert record.getMessage() == "Gone: /drafts/…/"


def test_the_log_itself_leaves_it_out(settings):
    handlers = settings.LOGGING["handlers"].values()
    other = logging.makeLogRecord({"msg": "%s", "args": ("/news/drafts/",)})

    WithoutTokens().filter(other)

    assert other.getMessage() == "/news/drafts/"
    assert all("without_tokens" in handler["filters"] for handler in handlers)
