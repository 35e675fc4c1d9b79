"""The redirects that Wagtail makes when an address changes, as readers meet them."""

import pytest
from wagtail.contrib.redirects.models import Redirect

from about.models import AboutPage
from news.models import ArticlePage
from tests import factories
from tests.admin.editing import PUBLISH, do, edit

pytestmark = pytest.mark.any_database


@pytest.fixture
def article(news):
    return factories.article(news, slug="first")


@pytest.fixture
def rename(publisher, administrator, django_capture_on_commit_callbacks):
    def change(page, slug):
        client = publisher if isinstance(page, ArticlePage) else administrator
        with django_capture_on_commit_callbacks(execute=True):
            edit(client, page, PUBLISH, slug=slug)
        page.refresh_from_db()
        assert page.slug == slug

    return change


def test_every_address_that_an_article_had_leads_straight_to_it(
    client, article, rename
):
    for slug in ("second", "third"):
        rename(article, slug)

    for old in ("first", "second"):
        assert client.get(f"/news/{old}/")["Location"] == "/news/third/"
    assert client.get("/news/third/").status_code == 200


def test_an_article_that_gets_its_address_back_is_there(client, article, rename):
    rename(article, "second")
    rename(article, "first")

    assert client.get("/news/first/").status_code == 200
    assert client.get("/news/second/")["Location"] == "/news/first/"


def test_an_article_that_came_back_and_went_sends_nobody_round(client, article, rename):
    rename(article, "second")
    rename(article, "first")
    assert Redirect.objects.filter(old_path="/news/first").exists()
    article.unpublish()

    assert client.get("/news/first/").status_code == 404
    assert client.get("/news/second/").status_code == 404


def test_an_address_that_another_article_takes_is_that_article(
    client, news, article, rename
):
    rename(article, "second")
    factories.article(news, slug="first", title="The new one")

    assert "The new one" in client.get("/news/first/").content.decode()


def test_what_is_below_a_renamed_section_is_found_where_it_was(
    client, news, article, rename
):
    rename(news, "reports")

    assert client.get("/news/")["Location"] == "/reports/"
    assert client.get("/news/first/")["Location"] == "/reports/first/"
    assert client.get("/reports/first/").status_code == 200


def test_a_renamed_article_in_a_renamed_section_is_one_step_away(
    client, news, article, rename
):
    rename(article, "second")
    rename(news, "reports")

    assert client.get("/news/first/")["Location"] == "/reports/second/"
    assert client.get("/news/second/")["Location"] == "/reports/second/"


def test_a_page_that_is_moved_is_found_where_it_was(
    client, home, news, django_capture_on_commit_callbacks
):
    section = factories.page(home, AboutPage, title="Section", slug="section")
    page = factories.page(section, AboutPage, title="Below", slug="below")

    with django_capture_on_commit_callbacks(execute=True):
        page.move(home, pos="last-child")

    assert client.get("/section/below/")["Location"] == "/below/"
    assert client.get("/below/").status_code == 200


def test_the_old_address_of_a_deleted_article_leads_nowhere(
    client, publisher, article, rename
):
    rename(article, "second")
    do(publisher, "delete", article)

    assert client.get("/news/first/").status_code == 404
    assert not Redirect.objects.exists()


def test_the_old_address_of_a_withdrawn_article_says_why(client, article, rename):
    rename(article, "second")
    article.withdraw("The dates in it were wrong.", user=None)

    response = client.get("/news/first/", follow=True)

    assert response.status_code == 410
    assert "The dates in it were wrong." in response.content.decode()
