"""What can be added where: the rules of the page tree, by direct address too."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from about.models import (
    AboutPage,
    AimsPage,
    HistoryPage,
    HumanRightsPage,
    JoinPage,
    PrivacyPage,
)
from home.models import HomePage
from news.models import ArticlePage, NewsIndexPage
from tests import factories
from tests.admin.editing import PUBLISH, add, add_url, was_refused

pytestmark = pytest.mark.any_database

SECTIONS = [
    NewsIndexPage,
    AboutPage,
    AimsPage,
    HistoryPage,
    HumanRightsPage,
    JoinPage,
    PrivacyPage,
]
TYPES = [Page, HomePage, *SECTIONS, ArticlePage]
BELOW = {Page: [HomePage], HomePage: SECTIONS, NewsIndexPage: [ArticlePage]}


def name(model):
    return model.__name__


def one(model):
    """The only page of exactly this type; of ``Page`` itself, the root of the tree."""
    return Page.objects.exact_type(model).get().specific


@pytest.mark.parametrize("parent", TYPES, ids=name)
def test_nothing_can_be_added_in_a_wrong_place(administrator, news, parent):
    factories.article(news)
    above = one(parent)
    pages = Page.objects.count()
    forbidden = [child for child in TYPES if child not in BELOW.get(parent, [])]

    answers = {
        child: add(administrator, above, child, PUBLISH, slug="stray")
        for child in forbidden
    }

    assert [child for child in forbidden if not was_refused(answers[child])] == []
    assert Page.objects.count() == pages


@pytest.mark.parametrize("section", SECTIONS, ids=name)
def test_a_section_that_was_deleted_can_be_added_again(administrator, home, section):
    one(section).delete()

    add(administrator, home, section, PUBLISH, title="Anew", slug="anew")

    assert one(section).live
    assert one(section).title == "Anew"


@pytest.mark.parametrize("section", SECTIONS, ids=name)
def test_there_is_no_second_one_of_a_section(administrator, home, section):
    response = add(administrator, home, section, PUBLISH, slug="second")

    assert was_refused(response)
    assert section.objects.count() == 1


def test_there_is_no_second_home_page(administrator, home):
    response = add(administrator, one(Page), HomePage, PUBLISH, slug="second")

    assert was_refused(response)
    assert HomePage.objects.get() == home


def test_articles_are_added_below_the_news(administrator, news):
    for number in (1, 2):
        add(administrator, news, ArticlePage, PUBLISH, slug=f"article-{number}")

    assert ArticlePage.objects.child_of(news).live().count() == 2


def test_the_page_types_offered_are_those_that_can_be_added(administrator, home):
    one(AimsPage).delete()
    one(JoinPage).delete()

    response = administrator.get(
        reverse("wagtailadmin_pages:add_subpage", args=[home.pk])
    )

    offered = [address for _, *address, _ in response.context["page_types"]]
    assert offered == [["about", "aimspage"], ["about", "joinpage"]]


def test_below_the_news_an_article_is_begun_without_asking_for_a_type(
    administrator, news
):
    response = administrator.get(
        reverse("wagtailadmin_pages:add_subpage", args=[news.pk])
    )

    assert response.headers["Location"] == add_url(news, ArticlePage)
