"""Who may change, publish and delete pages."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from news.models import ArticlePage
from tests import factories
from tests.admin.editing import PUBLISH, add, add_url, do, edit, edit_url, was_refused

pytestmark = pytest.mark.any_database


@pytest.fixture
def article(news):
    return factories.article(news, slug="verdict-due")


def now(article):
    return ArticlePage.objects.filter(pk=article.pk).first()


def test_what_an_editor_publishes_stays_a_draft(editor, news):
    add(editor, news, ArticlePage, PUBLISH)

    made = ArticlePage.objects.get()
    assert not made.live
    assert made.title == "Verdict due"


def test_what_an_editor_changes_on_a_live_page_stays_a_draft(editor, article):
    edit(editor, article, PUBLISH, title="Changed")

    assert now(article).title == "Verdict due"
    assert now(article).has_unpublished_changes


# What is done to a live page, and its state after: live, locked, private or gone.
PUBLISHERS_WORK = {
    "unpublish": lambda article: not now(article).live,
    "delete": lambda article: now(article) is None,
    "lock": lambda article: now(article).locked,
    "set_privacy": lambda article: article.view_restrictions.exists(),
}


@pytest.mark.parametrize("what", PUBLISHERS_WORK)
@pytest.mark.parametrize("role", ["editor", "publisher", "secretary"])
def test_only_a_publisher_takes_pages_out_of_sight(request, article, role, what):
    client = request.getfixturevalue(role)

    response = do(client, what, article, restriction_type="login")

    done = PUBLISHERS_WORK[what](article)
    assert done == (role == "publisher")
    assert was_refused(response) != done


@pytest.mark.parametrize("what", ["unpublish", "delete", "publish"])
@pytest.mark.parametrize("role", ["editor", "publisher"])
def test_the_same_holds_for_many_pages_at_once(request, news, role, what):
    pages = [
        factories.article(news, slug=f"article-{n}", live=what != "publish")
        for n in range(2)
    ]
    client = request.getfixturevalue(role)
    ids = "&".join(f"id={page.pk}" for page in pages)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", what])

    client.post(f"{address}?{ids}", {"include_descendants": ""})

    untouched = ArticlePage.objects.filter(live=what != "publish").count()
    assert untouched == (0 if role == "publisher" else 2)


def test_an_editor_deletes_a_draft_of_their_own(editor, news):
    add(editor, news)

    do(editor, "delete", ArticlePage.objects.get())

    assert not ArticlePage.objects.exists()


def test_an_editor_moves_no_live_page(editor, news, article):
    response = do(editor, "move_confirm", article, news.pk)

    assert was_refused(response)


def test_an_editor_publishes_no_copy(editor, news, article):
    copy = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": news.pk}

    do(editor, "copy", article, **copy, publish_copies="on")
    do(editor, "copy", article, **copy | {"new_slug": "alias"}, alias="on")

    assert not ArticlePage.objects.filter(slug__in=["copy", "alias"], live=True)


def test_the_secretary_sees_and_changes_no_page(secretary, home, news, article):
    parents = [home, news, Page.get_first_root_node()]
    addresses = [
        edit_url(article),
        add_url(news, ArticlePage),
        reverse("wagtailadmin_pages:history", args=[article.pk]),
        *(reverse("wagtailadmin_explore", args=[page.pk]) for page in parents),
    ]

    for address in addresses:
        assert was_refused(secretary.get(address))
    edit(secretary, article, PUBLISH, title="Changed")
    add(secretary, news, ArticlePage, slug="new")

    assert now(article).title == "Verdict due"
    assert ArticlePage.objects.count() == 1
    assert not now(article).has_unpublished_changes
