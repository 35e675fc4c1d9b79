"""Moving, copying and deleting pages, by direct address too."""

import pytest
from django.urls import reverse
from wagtail.models import Page, Site

from about.models import AboutPage
from home.models import HomePage
from news.models import ArticlePage, NewsIndexPage
from tests import factories
from tests.admin.editing import do, messages, was_refused


@pytest.fixture
def article(news):
    return factories.article(news, slug="verdict-due")


@pytest.mark.parametrize("destination", [Page, HomePage, AboutPage])
def test_an_article_moves_nowhere_but_below_the_news(
    administrator, article, destination
):
    elsewhere = Page.objects.exact_type(destination).get()

    do(administrator, "move", article, new_parent_page=elsewhere.pk)
    response = do(administrator, "move_confirm", article, elsewhere.pk)

    assert was_refused(response)
    assert article.get_parent(update=True).specific_class is NewsIndexPage


def test_an_article_can_be_moved_within_the_news(administrator, news, article):
    response = do(administrator, "move_confirm", article, news.pk)

    assert "moved" in messages(response)[0]
    assert article.get_parent(update=True).specific == news


@pytest.mark.parametrize("section", [NewsIndexPage, AboutPage])
def test_a_section_moves_nowhere(administrator, home, section):
    moved = section.objects.get()

    response = do(administrator, "move_confirm", moved, Page.get_first_root_node().pk)

    assert was_refused(response)
    assert moved.get_parent(update=True).specific == home


def copy(client, copied, parent, slug="copy", **options):
    new = {"new_title": "Copy", "new_slug": slug, "new_parent_page": parent.pk}
    return do(client, "copy", copied, **new, **options)


@pytest.mark.parametrize("destination", [Page, HomePage, AboutPage])
def test_an_article_is_copied_nowhere_but_below_the_news(
    administrator, article, destination
):
    elsewhere = Page.objects.exact_type(destination).get()

    response = copy(administrator, article, elsewhere)

    assert "new_parent_page" in response.context["form"].errors
    assert ArticlePage.objects.count() == 1


def test_the_copy_of_an_article_is_a_draft_beside_it(administrator, news, article):
    copy(administrator, article, news)

    made = ArticlePage.objects.child_of(news).get(slug="copy")
    assert not made.live
    assert made.date == article.date


def test_a_section_is_not_copied(administrator, home):
    response = copy(administrator, AboutPage.objects.get(), home)

    assert "new_parent_page" in response.context["form"].errors
    assert AboutPage.objects.count() == 1


def test_a_copy_does_not_take_an_address_of_the_archive(administrator, news, article):
    response = copy(administrator, article, news, slug="feed")

    assert "“feed” is the address of a part of the archive" in messages(response)[0]
    assert not ArticlePage.objects.filter(slug="feed").exists()


def test_deleting_the_news_warns_of_the_articles_below_it(administrator, news):
    factories.articles(news, 3)

    response = administrator.get(reverse("wagtailadmin_pages:delete", args=[news.pk]))

    assert "will also delete 3 more child pages" in response.content.decode()


def test_deleting_many_articles_asks_for_the_name_of_the_site(administrator, news):
    factories.articles(news, 10)
    address = reverse("wagtailadmin_pages:delete", args=[news.pk])

    asked = administrator.get(address).content.decode()
    do(administrator, "delete", news, confirm_site_name="yes")

    assert 'name="confirm_site_name"' in asked
    assert ArticlePage.objects.count() == 10


def test_the_news_and_its_articles_can_be_deleted_on_purpose(
    administrator, news, settings
):
    factories.articles(news, 10)

    do(administrator, "delete", news, confirm_site_name=settings.WAGTAIL_SITE_NAME)

    assert not NewsIndexPage.objects.exists()
    assert not ArticlePage.objects.exists()


def test_a_publisher_deletes_articles_but_not_the_news_that_holds_them(
    publisher, news, article
):
    first = do(publisher, "delete", news)
    do(publisher, "delete", article)

    assert was_refused(first)
    assert NewsIndexPage.objects.exists()
    assert not ArticlePage.objects.exists()


def test_the_home_page_is_not_deleted(administrator, home):
    response = do(administrator, "delete", home)

    assert "the whole site hangs from it" in messages(response)[0]
    assert Site.objects.get().root_page.specific == home


def test_the_home_page_is_not_deleted_among_others(administrator, home, article):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])

    kept = administrator.post(f"{address}?id={home.pk}")
    administrator.post(f"{address}?id={article.pk}")

    assert "the whole site hangs from it" in messages(kept)[0]
    assert HomePage.objects.get() == home
    assert not ArticlePage.objects.exists()
