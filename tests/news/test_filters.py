"""Lists of news by topic, region, year and month, one by one and together."""

import re
from datetime import date

import pytest

from news.models import Region, Topic
from tests import factories

pytestmark = pytest.mark.django_db


ALL_FOUR = "/news/?topic=elections&region=puno&year=2014&month=11"


def titles(response):
    return [article.title for article in response.context["articles"]]


def text_of(response, element):
    html = response.content.decode()
    inner = re.search(rf"<{element}\b[^>]*>(.*?)</{element}>", html, re.DOTALL)[1]
    return " ".join(re.sub(r"<[^>]+>", "", inner).split())


@pytest.mark.parametrize(
    ("title", "differs"),
    [
        ("Another topic", {"topics": []}),
        ("Another region", {"regions": []}),
        ("Another year", {"date": date(2013, 11, 29)}),
        ("Another month", {"date": date(2014, 10, 29)}),
    ],
)
def test_an_article_must_pass_every_filter(
    client, news, vote, elections, puno, title, differs
):
    same = {"topics": [elections], "regions": [puno], "date": vote.date}
    factories.article(news, title=title, **(same | differs))

    assert title in titles(client.get("/news/"))
    assert titles(client.get(ALL_FOUR)) == ["Puno votes"]


@pytest.mark.parametrize(
    ("asked", "own"),
    [
        ("?topic=elections", "topics/elections/"),
        ("?region=puno", "regions/puno/"),
        ("?year=2014", "2014/"),
        ("?year=2014&month=11", "2014/11/"),
        ("2014/?month=11", "2014/11/"),
        ("topics/elections/?topic=elections", "topics/elections/"),
        ("topics/elections/?region=puno", "?topic=elections&region=puno"),
        ("regions/puno/?topic=elections", "?topic=elections&region=puno"),
        ("?region=puno&topic=elections", "?topic=elections&region=puno"),
        ("2014/11/?topic=elections", "?topic=elections&year=2014&month=11"),
        ("?topic=elections&topic=elections", "topics/elections/"),
        ("?year=2014&region=puno&utm_source=x", "?region=puno&year=2014"),
        ("?topic=elections&year=2014&month=8", "?topic=elections&year=2014&month=08"),
        ("?topic=elections&page=1", "topics/elections/"),
    ],
)
def test_a_list_has_one_address(client, vote, asked, own):
    response = client.get(f"/news/{asked}")

    assert response.status_code == 301
    assert response["Location"] == f"/news/{own}"
    assert client.get(f"/news/{own}").status_code == 200


def test_a_redirect_keeps_the_page(client, news, mining):
    factories.articles(news, 11, topics=[mining])

    response = client.get("/news/?topic=mining&page=2")

    assert response["Location"] == "/news/topics/mining/?page=2"


@pytest.mark.parametrize(
    "query",
    [
        "topic=nothing",
        "topic=",
        "topic=%00",
        "topic=Elections",
        "topic=puno",
        "topic=elections&topic=mining",
        "topic=elections&region=atlantis",
        "topic=elections&region=puno'--",
        "topic=" + "x" * 5000,
        "region=",
        "region=elections",
        "year=0000",
        "year=2013",
        "year=20145",
        "year=-2014",
        "year=٢٠١٤",
        "year=2014.0",
        "year=&month=",
        "month=11",
        "topic=elections&month=11",
        "year=2014&month=13",
        "year=2014&month=00",
        "year=2014&month=0",
        "year=2014&month=011",
        "year=2014&month=11%0A",
        "topic=elections&year=0000",
        "topic=elections&year=9999&month=01",
        "topic=elections&region=puno&page=2",
        "topic=elections&region=puno&page=x",
    ],
)
def test_what_cannot_be_chosen_is_not_found(client, vote, mining, query):
    assert client.get(ALL_FOUR).status_code == 200
    assert client.get(f"/news/?{query}").status_code == 404


def test_two_different_topics_are_not_found(client, vote, mining):
    assert client.get("/news/topics/mining/").status_code == 200
    assert client.get("/news/topics/mining/?topic=elections").status_code == 404


def test_other_parameters_change_nothing_and_are_not_carried_on(client, news, mining):
    factories.articles(news, 11, topics=[mining])

    html = client.get("/news/?utm_source=x&topic=mining&year=2014").content.decode()

    assert 'href="/news/?topic=mining&amp;year=2014&amp;page=2"' in html
    assert 'href="http://testserver/news/?topic=mining&amp;year=2014"' in html
    assert "utm_source" not in html


def test_an_address_does_not_come_from_the_host_of_the_request(client, vote, settings):
    settings.ALLOWED_HOSTS = ["*"]

    html = client.get(ALL_FOUR, headers={"host": "evil.example"}).content.decode()

    assert '<link rel="canonical" href="http://testserver/news/?topic=' in html
    assert "evil.example" not in html


@pytest.mark.parametrize(
    ("address", "indexed"),
    [
        ("/news/", True),
        ("/news/topics/elections/", True),
        ("/news/regions/puno/", True),
        ("/news/2014/11/", True),
        ("/news/?topic=elections&region=puno", False),
        ("/news/?region=puno&year=2014", False),
        (ALL_FOUR, False),
    ],
)
def test_search_engines_index_lists_with_one_filter_only(
    client, vote, address, indexed
):
    html = client.get(address).content.decode()
    escaped = address.replace("&", "&amp;")

    assert ('<meta name="robots" content="noindex">' not in html) == indexed
    assert f'<link rel="canonical" href="http://testserver{escaped}">' in html


@pytest.mark.parametrize(
    ("address", "heading"),
    [
        ("/news/", "News"),
        ("/news/2014/", "News from 2014"),
        ("/news/2014/11/", "News from November 2014"),
        ("/news/topics/elections/", "Elections"),
        ("/news/regions/puno/", "News from Puno"),
        ("/news/?topic=elections&region=puno", "Elections in Puno"),
        ("/news/?topic=elections&year=2014", "Elections, 2014"),
        ("/news/?region=puno&year=2014", "News from Puno, 2014"),
        (ALL_FOUR, "Elections in Puno, November 2014"),
    ],
)
def test_a_list_says_what_it_is(client, vote, address, heading):
    response = client.get(address)

    assert text_of(response, "h1") == heading
    assert text_of(response, "title").startswith(f"{heading} –")


def test_news_of_the_whole_country_is_not_called_news_from_a_region(client, news):
    national = Region.objects.create(name="National", is_national=True)
    coca = Topic.objects.create(name="ENACO and coca")
    factories.article(news, topics=[coca], regions=[national])

    response = client.get("/news/?topic=enaco-and-coca&region=national")

    assert text_of(response, "h1") == "ENACO and coca in Peru as a whole"


def test_page_links_keep_the_filters(client, news, mining, puno):
    factories.articles(news, 21, topics=[mining], regions=[puno])

    html = client.get("/news/?topic=mining&region=puno&page=2").content.decode()

    base = "/news/?topic=mining&amp;region=puno"
    assert f'<a rel="prev" href="{base}">' in html
    assert f'<a rel="next" href="{base}&amp;page=3">' in html
    assert f'<link rel="prev" href="http://testserver{base}">' in html
    assert f'<link rel="next" href="http://testserver{base}&amp;page=3">' in html
    assert f'<link rel="canonical" href="http://testserver{base}&amp;page=2">' in html


def test_a_head_request_is_answered_as_a_get_and_a_post_refused(client, vote):
    assert client.head(ALL_FOUR).status_code == 200
    assert client.post(ALL_FOUR).status_code == 405
