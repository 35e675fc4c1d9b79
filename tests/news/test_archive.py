from datetime import date

import pytest

from news.models import Region, Topic
from tests import factories

pytestmark = pytest.mark.django_db


def titles(response):
    return [article.title for article in response.context["articles"]]


def test_the_list_shows_the_newest_first(client, news):
    factories.article(news, title="Older", date=date(2014, 6, 28))
    factories.article(news, title="Newer", date=date(2014, 7, 31))

    assert titles(client.get("/news/")) == ["Newer", "Older"]


def test_articles_of_one_day_keep_one_order_over_pages(client, news):
    for n in range(25):
        factories.article(news, title=f"Article {n}", date=date(2014, 6, 28))

    shown = [
        title for n in (1, 2, 3) for title in titles(client.get(f"/news/?page={n}"))
    ]

    assert shown == [f"Article {n}" for n in reversed(range(25))]


def test_a_list_has_ten_articles_a_page(client, news):
    factories.articles(news, 11)

    first, second = client.get("/news/"), client.get("/news/?page=2")

    assert len(titles(first)) == 10
    assert titles(second) == ["Article 10"]
    assert '<a rel="next" href="/news/?page=2">' in first.content.decode()
    assert '<a rel="prev" href="/news/">' in second.content.decode()


def test_a_page_of_a_list_names_its_neighbours_in_its_head(client, news):
    factories.articles(news, 21)

    first, second = (client.get(f"/news/?page={n}").content.decode() for n in (1, 2))

    assert '<link rel="next" href="http://testserver/news/?page=2">' in first
    assert '<link rel="prev"' not in first
    assert '<link rel="prev" href="http://testserver/news/">' in second
    assert '<link rel="next" href="http://testserver/news/?page=3">' in second


def test_a_list_says_where_in_it_a_reader_is(client, news):
    factories.articles(news, 11)

    html = client.get("/news/?page=2").content.decode()

    assert '<span aria-current="page">Page 2 of 2</span>' in html


@pytest.mark.parametrize(
    "number",
    ["abc", "0", "-1", "3", "99999", "1e9", "", "01", "1.0", "٢", "%00", "9" * 40],
)
def test_a_page_that_does_not_exist_is_not_found(client, news, number):
    factories.articles(news, 11)

    assert client.get("/news/?page=2").status_code == 200
    assert client.get(f"/news/?page={number}").status_code == 404


def test_an_empty_section_says_so(client, news):
    response = client.get("/news/")

    assert response.status_code == 200
    assert "There is no news here." in response.content.decode()


def test_a_year_shows_its_own_articles_only(client, news):
    factories.article(news, title="Then", date=date(2013, 12, 31))
    factories.article(news, title="Now", date=date(2014, 1, 1))

    assert titles(client.get("/news/2014/")) == ["Now"]
    assert titles(client.get("/news/2013/")) == ["Then"]


def test_a_month_shows_its_own_articles_only(client, news):
    factories.article(news, title="July", date=date(2014, 7, 31))
    factories.article(news, title="August", date=date(2014, 8, 1))

    response = client.get("/news/2014/07/")

    assert titles(response) == ["July"]
    assert "News from July 2014" in response.content.decode()


def test_a_month_has_one_address(client, news):
    factories.article(news, date=date(2014, 7, 31))

    response = client.get("/news/2014/7/")

    assert response.status_code == 301
    assert response["Location"] == "/news/2014/07/"


@pytest.mark.parametrize(
    "address",
    [
        "0000/",
        "2012/",
        "2016/",
        "99999/",
        "2014/13/",
        "2014/00/",
        "2014/0/",
        "2014/007/",
        "0000/01/",
        "2016/01/",
        "٢٠١٤/",
        "2014/07/31/",
        "topics/",
        "topics/nothing/",
        "regions/atlantis/",
        "feed/json/",
    ],
)
def test_an_address_outside_the_archive_is_not_found(client, news, address):
    factories.article(news, date=date(2013, 7, 31))
    factories.article(news, date=date(2015, 7, 31))

    assert client.get("/news/2014/").status_code == 200
    assert client.get(f"/news/{address}").status_code == 404


def test_an_empty_month_offers_the_nearest_with_news(client, news):
    for day in (
        date(2014, 1, 5),
        date(2014, 3, 5),
        date(2014, 9, 5),
        date(2014, 11, 5),
    ):
        factories.article(news, date=day)

    html = client.get("/news/2014/05/").content.decode()
    main = html[html.index("There is no news here.") : html.index("Browse the news")]

    assert "/news/2014/03/" in main
    assert "/news/2014/09/" in main
    assert "/news/2014/01/" not in main


def test_a_month_that_empties_leaves_the_navigation(client, news):
    factories.article(news, title="Stays", date=date(2014, 3, 5))
    goes = factories.article(news, title="Goes", date=date(2014, 5, 5))
    assert "/news/2014/05/" in client.get("/news/").content.decode()

    goes.unpublish()

    html = client.get("/news/").content.decode()
    assert "/news/2014/05/" not in html
    assert "/news/2014/03/" in html


def test_the_navigation_counts_articles_by_month_topic_and_region(client, news):
    mining = Topic.objects.create(name="Mining")
    puno = Region.objects.create(name="Puno")
    factories.article(news, topics=[mining], regions=[puno], date=date(2014, 5, 5))
    factories.article(news, topics=[mining], date=date(2014, 5, 6))

    context = client.get("/news/").context

    assert [(y["name"], y["count"]) for y in context["years"]] == [(2014, 2)]
    assert [(s["name"], s["count"]) for s in context["topics"]] == [("Mining", 2)]
    assert [(s["name"], s["count"]) for s in context["regions"]] == [("Puno", 1)]


@pytest.mark.parametrize("model", [Topic, Region])
def test_a_subject_shows_its_own_articles_only(client, news, model):
    subject = model.objects.create(name="Áncash")
    kind = f"{model._meta.model_name}s"
    factories.article(news, title="About it", **{kind: [subject]})
    factories.article(news, title="About something else")

    assert titles(client.get(f"/news/{kind}/ancash/")) == ["About it"]


def test_a_subject_without_articles_says_so(client, news):
    Topic.objects.create(name="Mining")

    response = client.get("/news/topics/mining/")

    assert response.status_code == 200
    assert "There is no news here." in response.content.decode()


@pytest.mark.parametrize(
    ("address", "canonical"),
    [
        ("/news/", "http://testserver/news/"),
        ("/news/?page=1", "http://testserver/news/"),
        ("/news/?page=2&utm_source=x", "http://testserver/news/?page=2"),
        ("/news/2014/?q=x", "http://testserver/news/2014/"),
    ],
)
def test_a_list_names_its_own_address(client, news, address, canonical):
    factories.articles(news, 11)

    html = client.get(address).content.decode()

    assert f'<link rel="canonical" href="{canonical}">' in html


def test_links_carry_nothing_on_that_is_not_a_filter(client, news):
    factories.articles(news, 11)

    html = client.get("/news/?utm_source=letter&page=1").content.decode()

    assert 'href="/news/?page=2"' in html
    assert "utm_source" not in html
