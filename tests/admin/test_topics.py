"""Topics, as the publishers keep them."""

import pytest
from django.urls import reverse

from about.models import HumanRightsPage
from news.models import ArticlePage, Topic
from tests import factories
from tests.admin.editing import PUBLISH, add, edit


def address(view, *topic):
    keys = [kept.pk for kept in topic]
    return reverse(f"wagtailsnippets_news_topic:{view}", args=keys)


@pytest.fixture
def rivers(home):
    return Topic.objects.create(name="Rivers and lakes")


def test_a_topic_is_added_and_an_article_filed_under_it(publisher, client, news):
    publisher.post(address("add"), {"name": "Áreas naturales", "slug": ""})
    topic = Topic.objects.get(name="Áreas naturales")
    add(publisher, news, ArticlePage, PUBLISH, topics=[topic.pk])

    listed = client.get("/news/topics/areas-naturales/").content.decode()
    assert "Verdict due" in listed


def test_a_topic_is_renamed_and_keeps_its_address(publisher, rivers):
    publisher.post(address("edit", rivers), {"name": "Water", "slug": rivers.slug})

    rivers.refresh_from_db()
    assert (rivers.name, rivers.slug) == ("Water", "rivers-and-lakes")


@pytest.mark.parametrize(
    ("name", "slug", "wrong"),
    [
        ("", "", "name"),
        ("Rivers and lakes", "", "name"),
        ("Rivers & lakes", "rivers-and-lakes", "slug"),
        ("RIVERS AND LAKES", "", "slug"),
        ("Rivers", "not a slug", "slug"),
        ("…", "", "slug"),
    ],
)
def test_a_topic_like_another_or_without_a_name_is_refused_with_a_message(
    publisher, rivers, name, slug, wrong
):
    before = Topic.objects.count()

    response = publisher.post(address("add"), {"name": name, "slug": slug})

    assert response.context["form"].errors[wrong]
    assert Topic.objects.count() == before


def test_the_list_shows_how_many_articles_a_topic_has(publisher, news, rivers):
    factories.article(news, topics=[rivers])

    shown = publisher.get(address("list"))

    counts = {topic.name: topic.count for topic in shown.context["object_list"]}
    assert counts[rivers.name] == 1
    assert "Rivers and lakes" in shown.content.decode()


def test_a_topic_is_found_by_the_beginning_of_its_name(publisher, rivers):
    found = publisher.get(address("list"), {"q": "riv"})

    assert [topic.name for topic in found.context["object_list"]] == [rivers.name]


def test_deleting_a_topic_in_use_warns_of_the_pages_on_it(publisher, news, rivers):
    factories.article(news, topics=[rivers])
    page = HumanRightsPage.objects.get()
    edit(publisher, page, PUBLISH, topics=[rivers.pk])

    asked = publisher.get(address("delete", rivers)).content.decode()

    assert "2 pages are filed under this topic." in asked


def test_deleting_a_topic_that_no_page_has_says_so(publisher, rivers):
    asked = publisher.get(address("delete", rivers)).content.decode()

    assert "No page is filed under this topic." in asked


def test_deleting_a_topic_leaves_its_articles(publisher, client, news, rivers):
    article = factories.article(news, slug="verdict-due", topics=[rivers])
    edit(publisher, article, title="A draft about rivers", topics=[rivers.pk])

    response = publisher.post(address("delete", rivers))
    edit(publisher, article, PUBLISH, title="A draft about rivers")

    assert response.headers["Location"] == address("list")
    html = client.get("/news/verdict-due/").content.decode()
    assert "A draft about rivers" in html
    assert "Rivers and lakes" not in html
    assert client.get("/news/topics/rivers-and-lakes/").status_code == 404
