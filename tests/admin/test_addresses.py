"""The slug of a page: where it comes from and which ones are refused."""

import pytest

from about.models import AboutPage
from news.models import ArticlePage
from tests import factories
from tests.admin.editing import PUBLISH, add, edit, errors

pytestmark = pytest.mark.any_database


@pytest.mark.parametrize("slug", ["feed", "topics", "regions", "2014", "5"])
@pytest.mark.parametrize("action", [{}, PUBLISH], ids=["draft", "publish"])
def test_an_article_does_not_take_an_address_of_the_archive(
    publisher, news, slug, action
):
    response = add(publisher, news, ArticlePage, action, slug=slug)

    (said,) = errors(response)["slug"]
    assert f"“{slug}” is the address of a part of the archive" in said
    assert not ArticlePage.objects.exists()


@pytest.mark.parametrize(
    "slug",
    [
        "admin",
        "documents",
        "media",
        "search",
        "corrections",
        "cards",
        "offline",
        "static",
    ],
)
@pytest.mark.parametrize("action", [{}, PUBLISH], ids=["draft", "publish"])
def test_a_section_does_not_take_an_address_of_another_part_of_the_site(
    administrator, home, slug, action
):
    AboutPage.objects.get().delete()

    response = add(administrator, home, AboutPage, action, slug=slug)

    (said,) = errors(response)["slug"]
    assert f"“{slug}” is the address of another part of the site" in said
    assert not AboutPage.objects.exists()


def test_the_news_do_not_move_to_an_address_of_another_part_of_the_site(
    administrator, news
):
    response = edit(administrator, news, PUBLISH, slug="corrections")

    assert "another part of the site" in errors(response)["slug"][0]
    news.refresh_from_db()
    assert news.slug == "news"


@pytest.mark.parametrize("slug", ["administration", "searching", "about-us"])
def test_an_address_that_only_begins_like_another_part_of_the_site_is_fine(
    administrator, client, home, slug
):
    AboutPage.objects.get().delete()

    add(administrator, home, AboutPage, PUBLISH, slug=slug)

    assert client.get(f"/{slug}/").status_code == 200


def test_an_article_may_have_the_name_of_another_part_of_the_site(
    publisher, client, news
):
    add(publisher, news, ArticlePage, PUBLISH, slug="corrections")

    assert client.get("/news/corrections/").status_code == 200


@pytest.mark.parametrize("slug", ["feeding-lima", "2014-verdict", "regions-vote"])
def test_an_address_that_only_begins_like_the_archive_is_fine(
    publisher, client, news, slug
):
    add(publisher, news, ArticlePage, PUBLISH, slug=slug)

    assert client.get(f"/news/{slug}/").status_code == 200


def test_an_address_that_is_taken_is_refused_with_a_clear_message(editor, news):
    factories.article(news, slug="verdict")

    response = add(editor, news, title="Another story", slug="verdict")

    assert errors(response)["slug"] == [
        "The slug 'verdict' is already in use within the parent page."
    ]


def test_two_articles_with_one_title_get_two_addresses(publisher, client, news):
    for _ in range(3):
        add(publisher, news, ArticlePage, PUBLISH, title="Verdict due")

    slugs = set(ArticlePage.objects.live().values_list("slug", flat=True))
    assert slugs == {"verdict-due", "verdict-due-2", "verdict-due-3"}
    assert client.get("/news/verdict-due-2/").status_code == 200


def test_an_article_keeps_its_address_when_it_is_saved_again(publisher, news):
    for _ in range(2):
        add(publisher, news, ArticlePage, title="Verdict due")
    second = ArticlePage.objects.latest("pk")

    edit(publisher, second, PUBLISH, title="Verdict due", slug="verdict-due")

    second.refresh_from_db()
    assert second.slug == "verdict-due-2"


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Áncash: the second round", "ancash-the-second-round"),
        ("Niños en Huánuco", "ninos-en-huanuco"),
        ("Verdict “due” – at last", "verdict-due-at-last"),
    ],
)
def test_an_address_left_empty_is_made_from_the_title_in_plain_letters(
    publisher, client, news, title, slug
):
    add(publisher, news, ArticlePage, PUBLISH, title=title, slug="")

    assert client.get(f"/news/{slug}/").status_code == 200


def test_an_address_has_plain_letters_whatever_is_typed(publisher, client, news):
    add(publisher, news, ArticlePage, PUBLISH, slug="áncash-votes")

    assert client.get("/news/ancash-votes/").status_code == 200


def test_a_title_without_letters_still_gets_an_address(publisher, client, news):
    add(publisher, news, ArticlePage, PUBLISH, title="¿…?", slug="")

    assert client.get("/news/article/").status_code == 200


def test_a_renamed_article_is_still_found_where_it_was(
    publisher, client, news, django_capture_on_commit_callbacks
):
    article = factories.article(news, slug="old")

    with django_capture_on_commit_callbacks(execute=True):
        edit(publisher, article, PUBLISH, slug="new")

    assert client.get("/news/new/").status_code == 200
    assert client.get("/news/old/").headers["Location"].endswith("/news/new/")
