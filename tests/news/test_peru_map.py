"""The tile map: where each region is, how red it is, and where it leads."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from news.archive.peru_map import GRID, legend, step, step_ends, tile_map
from news.models import Region
from news.subjects import REGION_NAMES
from tests import factories

pytestmark = pytest.mark.any_database


def link(name, count, key=None):
    key = key or name.lower()
    url = f"/news/regions/{key}/"
    return {"name": name, "key": key, "count": count, "url": url, "current": False}


def tiles(found):
    return {tile["name"]: tile for tile in found["tiles"]}


def svg(response):
    html = response.content.decode()
    return html[html.index("<svg") : html.index("</svg>")]


def test_every_region_has_a_tile_of_its_own():
    places = {(column, row) for _, column, row in GRID.values()}
    labels = {label for label, _, _ in GRID.values()}

    assert sorted(GRID) == sorted(REGION_NAMES)
    assert len(places) == len(labels) == 25


def test_tiles_come_row_by_row():
    places = [(row, column) for _, column, row in GRID.values()]

    assert places == sorted(places)


def test_a_region_is_where_it_is_in_peru():
    found = tiles(tile_map([link("Puno", 1)]))

    assert (found["Tumbes"]["x"], found["Tumbes"]["y"]) == (0, 0)
    assert (found["Puno"]["x"], found["Puno"]["y"]) == (200, 300)
    assert found["Lima"]["x"] < found["Cusco"]["x"] < found["Puno"]["x"]


@pytest.mark.parametrize(
    ("most", "shown"),
    [
        (1, ["1"]),
        (2, ["1", "2"]),
        (5, ["1", "2", "3", "4", "5"]),
        (10, ["1", "2", "3", "4–6", "7–10"]),
        (2000, ["1–80", "81–320", "321–720", "721–1,280", "1,281–2,000"]),
    ],
)
def test_the_legend_says_what_each_step_stands_for(most, shown):
    assert [entry["counts"] for entry in legend(step_ends(most))] == shown


@pytest.mark.parametrize("most", [*range(1, 60), 99, 100, 1999, 2000])
def test_more_news_is_never_paler(most):
    ends = step_ends(most)
    steps = [step(count, ends) for count in range(1, most + 1)]

    assert steps == sorted(steps)
    assert steps[0] == 1
    assert set(steps) == set(range(1, min(most, 5) + 1))


def test_a_region_without_news_is_quiet():
    found = tiles(tile_map([link("Puno", 3)]))

    assert (found["Puno"]["step"], found["Tacna"]["step"]) == (3, 0)
    assert found["Tacna"]["region"] is None


def test_what_is_not_on_the_map_stands_beside_it():
    found = tile_map([link("Puno", 3), link("National", 900)])

    assert [region["name"] for region in found["elsewhere"]] == ["National"]
    assert [region["name"] for region in found["regions"]] == ["Puno"]
    assert [entry["counts"] for entry in found["legend"]] == ["1", "2", "3"]


def test_without_news_of_a_region_there_is_no_map():
    assert tile_map([]) is None
    assert tile_map([link("National", 2)])["legend"] == []


@pytest.mark.django_db
def test_a_tile_leads_to_the_news_of_its_region(client, news, puno):
    factories.articles(news, 2, regions=[puno])

    drawn = svg(client.get("/news/"))

    assert drawn.count("<a") == 1
    assert 'href="/news/regions/puno/"' in drawn
    assert 'aria-label="Puno (PUN), 2 articles"' in drawn
    assert "<title>Tacna, no articles</title>" in drawn


@pytest.mark.django_db
def test_one_article_is_not_called_articles(client, vote):
    assert 'aria-label="Puno (PUN), 1 article"' in svg(client.get("/news/"))


@pytest.mark.django_db
def test_a_tile_keeps_what_else_is_chosen(client, vote):
    drawn = svg(client.get("/news/topics/elections/"))

    assert 'href="/news/?topic=elections&amp;region=puno"' in drawn


@pytest.mark.django_db
def test_the_map_shows_other_regions_than_the_chosen_one(client, news, vote, cusco):
    factories.article(news, regions=[cusco])

    drawn = svg(client.get("/news/regions/puno/"))

    assert re.findall(r'aria-label="(.*?), 1 article"', drawn) == [
        "Cusco (CUS)",
        "Puno (PUN)",
    ]
    assert drawn.count("tile--chosen") == drawn.count('aria-current="true"') == 1


@pytest.mark.django_db
def test_a_chosen_region_is_marked_though_it_has_no_news(client, news, vote, cusco):
    drawn = svg(client.get("/news/?topic=elections&region=cusco"))

    assert drawn.count("tile--chosen") == 1
    assert "aria-current" not in drawn
    assert "Puno (PUN), 1 article" in drawn


@pytest.mark.django_db
def test_the_regions_are_a_list_as_well_and_the_country_a_link(client, news, vote):
    national = Region.objects.create(name="National", is_national=True)
    factories.article(news, regions=[national])

    html = client.get("/news/").content.decode()
    before, _, after = html.partition("<svg")
    listed = after[after.index("<details") :]

    assert 'href="/news/regions/national/"' in before
    assert "National" not in after
    assert '<a href="/news/regions/puno/">Puno</a>' in listed.replace(" >", ">")


@pytest.mark.django_db
def test_the_map_of_all_news_takes_one_query(client, news, vote):
    draft = factories.article(news, regions=Region.objects.all(), date=date(2014, 1, 1))
    draft.unpublish()
    news.private_paths = []
    request = client.get("/").wsgi_request
    news.get_url(request)

    with CaptureQueriesContext(connection) as queries:
        found = news.region_map(request)

    assert len(queries) == 1
    assert [(r["name"], r["count"]) for r in found["regions"]] == [("Puno", 1)]
    assert found["regions"][0]["url"] == "/news/regions/puno/"


@pytest.mark.django_db
def test_without_news_of_regions_there_is_no_map_of_it(client, news):
    factories.article(news)

    assert news.region_map(client.get("/").wsgi_request) is None
    assert "<svg" not in client.get("/news/").content.decode()
