"""What leads from one list of news to the next: counts, links, what can be taken off."""

import re
from datetime import date

import pytest

from tests import factories

pytestmark = pytest.mark.django_db


ALL_FOUR = "/news/?topic=elections&region=puno&year=2014&month=11"


def titles(response):
    return [article.title for article in response.context["articles"]]


def counts(links):
    return {link["name"]: link["count"] for link in links}


def addresses(links):
    return {link["name"]: link["url"] for link in links}


def text_of(response, element):
    html = response.content.decode()
    inner = re.search(rf"<{element}\b[^>]*>(.*?)</{element}>", html, re.DOTALL)[1]
    return " ".join(re.sub(r"<[^>]+>", "", inner).split())


@pytest.mark.parametrize(
    ("count", "words"), [(1, "One article"), (3, "Three articles"), (11, "11 articles")]
)
def test_a_list_counts_its_articles_in_words(client, news, mining, count, words):
    factories.articles(news, count, topics=[mining])
    factories.article(news, title="Something else")

    response = client.get("/news/topics/mining/")

    assert f'<p class="count">{words}</p>' in response.content.decode()


def test_a_long_count_has_a_comma(client, news):
    factories.bulk_articles(news, 1204)

    html = client.get("/news/").content.decode()

    assert '<p class="count">1,204 articles</p>' in html


def test_each_filter_can_be_taken_off(client, vote):
    response = client.get(ALL_FOUR)

    assert addresses(response.context["listing"].removals()) == {
        "Elections": "/news/?region=puno&year=2014&month=11",
        "Puno": "/news/?topic=elections&year=2014&month=11",
        "2014": "/news/?topic=elections&region=puno",
        "November": "/news/?topic=elections&region=puno&year=2014",
    }
    assert '<span class="unseen">Remove</span> Elections</a>' in (
        response.content.decode()
    )


def test_the_last_filter_comes_off_to_all_news(client, vote):
    removals = client.get("/news/topics/elections/").context["listing"].removals()

    assert addresses(removals) == {"Elections": "/news/"}


def test_breadcrumbs_lead_back_filter_by_filter(client, vote):
    response = client.get(ALL_FOUR)

    assert response.context["crumbs"] == [
        {"title": "Elections", "url": "/news/topics/elections/"},
        {"title": "Puno", "url": "/news/?topic=elections&region=puno"},
        {"title": "2014", "url": "/news/?topic=elections&region=puno&year=2014"},
        {"title": "November", "url": ALL_FOUR},
    ]
    trail = text_of(response, "ol")
    assert trail == "Home News Elections Puno 2014 November"


def test_the_news_itself_has_no_breadcrumb_for_itself(client, vote):
    assert text_of(client.get("/news/"), "ol") == "Home"
    assert text_of(client.get("/news/2014/"), "ol") == "Home News 2014"


def test_each_count_takes_the_other_filters_into_account(
    client, news, vote, elections, mining, puno, cusco
):
    factories.article(news, topics=[mining], regions=[puno], date=date(2014, 11, 1))
    factories.article(news, topics=[elections], regions=[cusco], date=date(2014, 11, 1))
    factories.article(news, topics=[elections], regions=[puno], date=date(2014, 3, 1))
    factories.article(news, topics=[elections], regions=[puno], date=date(2013, 5, 1))

    context = client.get(ALL_FOUR).context

    assert titles(client.get(ALL_FOUR)) == ["Puno votes"]
    assert counts(context["topics"]) == {"Elections": 1, "Mining": 1}
    assert counts(context["regions"]) == {"Cusco": 1, "Puno": 1}
    assert counts(context["years"]) == {2014: 2, 2013: 1}
    assert counts(context["months"]["links"]) == {"November": 1, "March": 1}


@pytest.mark.parametrize("name", ["topics", "regions", "years"])
def test_a_count_is_the_length_of_the_list_it_leads_to(
    client, news, vote, elections, mining, puno, cusco, name
):
    for n, topics in enumerate([[elections, mining], [mining], []]):
        for regions in ([puno, cusco], [cusco]):
            factories.article(
                news, topics=topics, regions=regions, date=date(2012 + n, 11, 5)
            )

    for address in ("/news/", "/news/topics/mining/", ALL_FOUR):
        for link in client.get(address).context[name]:
            listed = client.get(link["url"])
            assert listed.status_code == 200
            assert listed.context["listing"].total == link["count"] > 0


def test_links_lead_to_single_and_combined_lists(client, news, vote, mining, cusco):
    factories.article(news, topics=[mining], regions=[cusco], date=date(2014, 11, 2))

    plain = client.get("/news/").context
    narrowed = client.get("/news/2014/").context

    assert addresses(plain["topics"])["Mining"] == "/news/topics/mining/"
    assert addresses(plain["regions"])["Cusco"] == "/news/regions/cusco/"
    assert addresses(plain["years"])[2014] == "/news/2014/"
    assert addresses(plain["months"]["links"]) == {"November": "/news/2014/11/"}
    assert addresses(narrowed["topics"])["Mining"] == "/news/?topic=mining&year=2014"


def test_what_is_chosen_is_marked(client, news, vote, mining, cusco):
    factories.article(news, topics=[mining], regions=[cusco], date=date(2014, 3, 2))
    factories.article(news, topics=[mining], date=date(2013, 11, 2))

    context = client.get("/news/2014/11/").context
    chosen = [
        link["name"]
        for name in ("years", "topics")
        for link in [*context[name], *context["months"]["links"]]
        if link["current"]
    ]
    html = client.get("/news/topics/mining/").content.decode()

    assert set(chosen) == {2014, "November"}
    assert '<a href="/news/topics/mining/" aria-current="true">Mining</a>' in html


def test_only_one_year_shows_its_months(client, news):
    for year in (2012, 2013, 2014):
        factories.article(news, date=date(year, year - 2010, 5))

    latest = client.get("/news/").context["months"]
    chosen = client.get("/news/2012/").context["months"]

    assert (latest["year"], counts(latest["links"])) == (2014, {"April": 1})
    assert (chosen["year"], counts(chosen["links"])) == (2012, {"February": 1})


def test_a_combination_without_articles_says_so_and_leads_to_lists_that_have_some(
    client, news, vote, mining
):
    factories.article(news, topics=[mining], date=date(2014, 3, 5))

    response = client.get("/news/?topic=mining&region=puno&year=2014&month=11")

    assert response.status_code == 200
    assert "There is no news here." in response.content.decode()
    assert "article</p>" not in response.content.decode()
    assert addresses(response.context["listing"].alternatives()) == {
        "News from Puno, November 2014": "/news/?region=puno&year=2014&month=11",
    }


def test_an_empty_combination_offers_the_nearest_months_of_its_subject(
    client, news, vote, mining
):
    factories.article(news, topics=[mining], date=date(2014, 3, 5))

    response = client.get("/news/?topic=mining&year=2014&month=11")

    links = addresses(response.context["listing"].alternatives())
    assert links["Mining, March 2014"] == "/news/?topic=mining&year=2014&month=03"


def test_a_hidden_article_is_in_no_combined_list_and_no_count(
    client, news, vote, elections, puno
):
    same = {"topics": [elections], "regions": [puno], "date": date(2014, 11, 2)}
    factories.article(news, title="Draft", live=False, **same)
    factories.restrict(factories.article(news, title="Private", **same))

    response = client.get(ALL_FOUR)

    assert titles(response) == ["Puno votes"]
    for name in ("topics", "regions", "years"):
        assert [link["count"] for link in response.context[name]] == [1]
    assert [link["count"] for link in response.context["months"]["links"]] == [1]
    assert response.context["listing"].total == 1
