"""What stands around an article: its subjects, others like it, and how long it takes."""

from datetime import date

import pytest

from news.models import ArticlePage, Region, Topic
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def mining():
    return Topic.objects.create(name="Mining")


@pytest.fixture
def cajamarca():
    return Region.objects.create(name="Cajamarca")


def related_to(article):
    fresh = ArticlePage.objects.get(pk=article.pk)
    return [row["name"] for row in fresh.related]


def test_articles_with_most_in_common_are_related_the_latest_first(
    news, mining, cajamarca
):
    conga = factories.article(
        news,
        title="Conga",
        topics=[mining],
        regions=[cajamarca],
        date=date(2014, 10, 1),
    )
    for title, year, subjects in [
        ("Mining law", 2014, {"topics": [mining]}),
        ("Mines of Cajamarca", 2010, {"topics": [mining], "regions": [cajamarca]}),
        ("Carnival", 2013, {"regions": [cajamarca]}),
        ("An old law", 2009, {"topics": [mining]}),
        ("Nothing in common", 2014, {}),
    ]:
        factories.article(news, title=title, date=date(year, 5, 1), **subjects)

    assert related_to(conga) == ["Mining law", "Carnival", "Mines of Cajamarca"]


def test_what_is_not_public_is_not_related(news, mining):
    conga = factories.article(news, title="Conga", topics=[mining])
    factories.article(news, title="A draft", topics=[mining], live=False)
    factories.restrict(factories.article(news, title="Secret", topics=[mining]))
    factories.article(news, title="Public", topics=[mining])

    assert related_to(conga) == ["Public"]


def test_the_whole_country_is_no_place_to_have_in_common(news):
    national = Region.objects.create(name="National", is_national=True)
    budget = factories.article(news, title="Budget", regions=[national])
    factories.article(news, title="Football", regions=[national])

    assert related_to(budget) == []


def test_a_neighbour_is_not_offered_twice(client, news, mining):
    made = factories.articles(news, 5, topics=[mining])

    response = client.get(made[1].url)

    page = response.context["page"]
    assert {page.newer["slug"], page.older["slug"]} == {"article-0", "article-2"}
    assert [row["slug"] for row in page.related] == ["article-3", "article-4"]
    assert b"On the same topics or regions" in response.content


def test_an_article_alone_has_no_empty_heading(client, news):
    alone = factories.article(news)

    assert b"On the same topics" not in client.get(alone.url).content


def test_reading_time_counts_every_word_of_the_body(client, news):
    words = "<p>" + "word " * 476 + "</p>"
    article = factories.article(news, body=[{"type": "paragraph", "value": words}])
    short = factories.article(
        news, title="Short", body=[{"type": "paragraph", "value": "<p>One.</p>"}]
    )

    assert b"2 minutes to read" in client.get(article.url).content
    assert b"1 minute to read" in client.get(short.url).content


def test_an_article_without_text_names_no_time(client, news):
    empty = factories.article(news, body=[])

    assert b"to read" not in client.get(empty.url).content


def test_sharing_needs_no_script_and_names_the_article_s_own_address(client, news):
    article = factories.article(news, title="Áncash & “Ch’uqi Pukyu”")

    content = client.get(article.url).content.decode()

    assert 'href="mailto:?subject=%C3%81ncash%20%26%20' in content
    assert f"u=http%3A%2F%2Ftestserver%2Fnews%2F{article.slug}%2F" in content
    assert "<li hidden><button" in content
