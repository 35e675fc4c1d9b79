"""The bin: a deleted page can be had back."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from about.models import AboutPage
from news.models import ArticlePage, NewsIndexPage
from psgsite.models import BinnedPage
from tests import factories
from tests.admin.binning import listing, now, restore, restore_url
from tests.admin.editing import PUBLISH, add, do, edit, messages


@pytest.fixture
def article(publisher, news):
    add(publisher, news, ArticlePage, PUBLISH)
    return ArticlePage.objects.get()


def delete_with_form(client, article):
    do(client, "delete", article)


def delete_with_others(client, article):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    client.post(f"{address}?id={article.pk}")


def delete_in_code(client, article):
    article.delete()


def delete_as_queryset(client, article):
    ArticlePage.objects.filter(pk=article.pk).delete()


@pytest.mark.parametrize(
    "delete",
    [delete_with_form, delete_with_others, delete_in_code, delete_as_queryset],
)
def test_however_an_article_is_deleted_it_can_be_restored(
    publisher, client, article, delete
):
    delete(publisher, article)
    gone = client.get("/news/verdict-due/").status_code

    response = restore(publisher, publish="on")

    assert gone == 404
    assert "“Verdict due” is restored and published." in messages(response)[-1]
    assert client.get("/news/verdict-due/").status_code == 200
    assert ArticlePage.objects.get().pk == article.pk
    assert not BinnedPage.objects.exists()


def test_the_message_after_a_deletion_leads_to_the_bin(publisher, news, article):
    other = factories.article(news, slug="other")

    for delete in (delete_with_form, delete_with_others):
        shown = publisher.get(reverse("wagtailadmin_explore", args=[news.pk]))
        delete(publisher, other if delete is delete_with_others else article)
        shown = publisher.get(reverse("wagtailadmin_explore", args=[news.pk]))
        html = shown.content.decode()

        assert "can be restored for 30 days" in html
        assert reverse("bin") in html


def test_the_list_says_what_was_deleted_where_by_whom_and_for_how_long(
    publisher, article
):
    do(publisher, "delete", article)
    BinnedPage.objects.update(deleted_at=timezone.now() - timedelta(days=10.5))

    html = listing(publisher)

    for said in ["Verdict due", "Article", "News", "publishers", "20"]:
        assert said in html
    assert restore_url(BinnedPage.objects.get()) in html


def test_the_list_finds_a_title_and_filters(publisher, administrator, news, article):
    other = factories.article(news, title="Rains close a road")
    do(publisher, "delete", article)
    do(administrator, "delete", other)
    by_publisher = BinnedPage.objects.get(title="Verdict due").deleted_by_id
    tomorrow = timezone.localdate() + timedelta(days=1)

    def titles(**query):
        found = publisher.get(reverse("bin_results"), query).context["object_list"]
        return {row.title for row in found}

    assert titles() == {"Verdict due", "Rains close a road"}
    assert titles(q="rains") == {"Rains close a road"}
    assert titles(deleted_by=by_publisher) == {"Verdict due"}
    assert titles(deleted_at_from=str(tomorrow)) == set()


def test_an_empty_bin_says_so(editor, publisher, article):
    empty = listing(editor)
    do(publisher, "delete", article)

    assert "The bin is empty." in empty
    assert "The bin is empty." not in listing(editor)


def test_what_an_editor_restores_is_a_draft(publisher, editor, client, article):
    do(publisher, "delete", article)

    asked = editor.get(restore_url(BinnedPage.objects.get())).content.decode()
    restore(editor, publish="on")

    assert "It comes back as a draft." in asked
    assert not now(article).live
    assert client.get("/news/verdict-due/").status_code == 404


def test_a_publisher_may_leave_it_a_draft(publisher, article):
    do(publisher, "delete", article)

    asked = publisher.get(restore_url(BinnedPage.objects.get())).content.decode()
    response = restore(publisher)

    assert "Publish it again at once" in asked
    assert messages(response)[-1] == "“Verdict due” is restored as a draft. Edit"
    assert not now(article).live


def test_a_draft_comes_back_as_a_draft(editor, publisher, news):
    add(editor, news, title="First words")
    draft = ArticlePage.objects.get()
    edit(editor, draft, title="Second words")
    do(editor, "delete", draft)

    restore(publisher, publish="on")

    assert not now(draft).live
    assert now(draft).get_latest_revision_as_object().title == "Second words"


def test_a_newer_draft_comes_back_behind_what_was_published(publisher, client, article):
    edit(publisher, article, title="Verdict postponed")
    do(publisher, "delete", article)

    restore(publisher, publish="on")

    shown = client.get("/news/verdict-due/").content.decode()
    assert "<h1>Verdict due</h1>" in shown
    assert now(article).has_unpublished_changes
    assert now(article).get_latest_revision_as_object().title == "Verdict postponed"


def test_a_section_comes_back_with_its_articles_and_to_its_place(
    administrator, client, home, news
):
    factories.articles(news, 2)
    factories.article(news, title="Draft", live=False)
    before = list(home.get_children().values_list("pk", flat=True))
    do(administrator, "delete", news)

    asked = administrator.get(restore_url(BinnedPage.objects.uppermost().get()))
    restore(administrator, BinnedPage.objects.uppermost().get(), publish="on")

    assert "3 pages" in asked.content.decode()
    home.refresh_from_db()
    assert list(home.get_children().values_list("pk", flat=True)) == before
    articles = ArticlePage.objects.child_of(NewsIndexPage.objects.get())
    assert {page.title: page.live for page in articles} == {
        "Article 0": True,
        "Article 1": True,
        "Draft": False,
    }
    assert client.get("/news/article-1/").status_code == 200
    assert not NewsIndexPage.find_problems() or not any(NewsIndexPage.find_problems())


def test_what_was_deleted_before_its_section_waits_for_it(administrator, news, article):
    do(administrator, "delete", article)
    do(administrator, "delete", now(news))
    row = BinnedPage.objects.get(title="Verdict due")

    asked = administrator.get(restore_url(row)).content.decode()
    refused = messages(restore(administrator, row))[-1]
    restore(administrator, BinnedPage.objects.get(title="News"), publish="on")
    restore(administrator, row, publish="on")

    for said in (asked, refused):
        assert "“News”, is in the bin too. Restore that first." in said
    assert now(article).live


def test_a_deletion_and_a_return_are_in_the_history(publisher, article):
    do(publisher, "delete", article)
    restore(publisher, publish="on")

    history = reverse("wagtailadmin_pages:history", args=[article.pk])
    html = publisher.get(history).content.decode()

    assert "Restored from the bin" in html
    assert "Deleted" in html


def test_the_standing_pages_keep_their_order_in_the_menu(administrator, client, home):
    about = AboutPage.objects.get()
    before = list(home.get_children().values_list("slug", flat=True))
    do(administrator, "delete", about)

    restore(administrator, publish="on")

    assert list(home.get_children().values_list("slug", flat=True)) == before
    assert client.get("/about/").status_code == 200
