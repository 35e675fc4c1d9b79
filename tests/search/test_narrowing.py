"""What narrows a search: kinds, years, topics and regions, with how many each leaves."""

from datetime import date

import pytest

from about.models import AimsPage
from news.models import Region, Topic
from tests import factories
from tests.search.reading_results import (
    GROUPS,
    ask,
    counts,
    facets,
    follow,
    removals,
    said,
    text,
    titles,
    total,
)
from tests.test_visibility import draft, expired, private, scheduled, withdrawn

pytestmark = pytest.mark.django_db


@pytest.fixture
def library(home, news):
    """Four articles and a page on water, and one that is on something else."""
    mining, votes = (Topic.objects.create(name=name) for name in ("Mining", "Votes"))
    puno, cusco = (Region.objects.create(name=name) for name in ("Puno", "Cusco"))
    for title, year, topics, regions in [
        ("Lake", 2014, [mining], [puno]),
        ("River", 2014, [mining, votes], [puno, cusco]),
        ("Rain", 2012, [mining], [cusco]),
        ("Well", 2009, [], []),
    ]:
        factories.article(
            news,
            title=title,
            summary="Clean water.",
            date=date(year, 5, 1),
            topics=topics,
            regions=regions,
        )
    factories.article(news, title="Verdict", topics=[votes], date=date(2014, 1, 1))
    factories.page(home, AimsPage, title="Aims", summary="Clean water.")


@pytest.mark.usefixtures("library")
def test_each_group_says_how_many_results_are_of_what(client):
    page = ask(client, query="water")

    assert [counts(page, group) for group in GROUPS] == [
        {"News articles": 4, "Pages about the group": 1},
        {"2014": 2, "2012": 1, "2009": 1},
        {"Mining": 3, "Votes": 1},
        {"Cusco": 2, "Puno": 2},
    ]


@pytest.mark.parametrize(
    "asked",
    [
        {"query": "water"},
        {"query": "water", "year": "2014"},
        {"query": "water", "since": "2012-01-01", "sort": "date"},
        {"query": "water -rain"},
        {"topic": "votes"},
        {"kind": "article"},
        {"until": "2014-04-30"},
    ],
)
@pytest.mark.usefixtures("library")
def test_every_link_leads_to_as_many_results_as_it_says(client, asked):
    page = ask(client, **asked)
    links = [link for group in GROUPS for link in facets(page, group).values()]

    assert links
    for address, count in links:
        assert total(ask(client, address)) == int(count) > 0, address


@pytest.mark.usefixtures("library")
def test_filters_combine_and_each_comes_off_alone(client):
    found_beside = {
        "News articles": [],
        "2014": ["Rain"],
        "Mining": [],
        "Cusco": ["Lake"],
    }
    page = ask(client, query="water")
    for name in ("News articles", "2014", "Mining", "Cusco"):
        page = follow(client, page, name)

    assert titles(page) == ["River"]
    assert list(removals(page)) == ["News articles", "2014", "Mining", "Cusco"]
    for name, address in removals(page).items():
        rest = ask(client, address)
        assert set(removals(rest)) == set(removals(page)) - {name}
        assert {"River", *found_beside[name]} == set(titles(rest))


@pytest.mark.usefixtures("library")
def test_what_is_chosen_is_not_offered_again(client):
    page = ask(client, query="water", topic="mining")

    assert facets(page, "By topic") == {}
    assert counts(page, "By year") == {"2014": 2, "2012": 1}
    assert removals(page) == {"Mining": "?query=water"}


@pytest.mark.usefixtures("library")
def test_filters_find_without_words(client):
    page = ask(client, region="puno")

    assert titles(page) == ["River", "Lake"]
    assert said(page) == "Two results"
    assert removals(page) == {"Puno": "?"}
    assert titles(ask(client, "?")) == []


@pytest.mark.parametrize(
    ("chosen", "name"),
    [
        ({"topic": "mining"}, "Mining"),
        ({"region": "puno"}, "Puno"),
        ({"kind": "article"}, "News articles"),
        ({"year": "1999"}, "1999"),
    ],
)
@pytest.mark.usefixtures("library")
def test_what_leaves_no_results_has_its_name_and_comes_off(client, chosen, name):
    page = ask(client, query="aims", **chosen)

    assert titles(page) == []
    assert list(removals(page)) == [name]
    assert titles(ask(client, removals(page)[name])) == ["Aims"]


STRANGE = [
    "abc",
    "2014x",
    "२०१४",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "x" * 500,
    "a\0b",
    "⚖ ñ 秘鲁",
]


@pytest.mark.parametrize("name", ["kind", "year", "topic", "region"])
@pytest.mark.usefixtures("library")
def test_what_is_no_choice_finds_nothing_and_is_shown_as_text(client, name):
    for value in STRANGE:
        page = ask(client, query="water", **{name: value})

        ((shown, address),) = removals(page).items()
        assert value.replace("\0", " ").startswith(shown)
        assert titles(page) == []
        assert page.select("script:not([src]), main img") == []
        assert total(ask(client, address)) == 5


@pytest.mark.parametrize("hide", [draft, scheduled, expired, withdrawn, private])
@pytest.mark.usefixtures("library")
def test_hidden_articles_are_not_counted(client, news, hide):
    before = ask(client, query="water")
    secrets = Topic.objects.create(name="Secrets")
    hidden = factories.article(
        news,
        title="Witness list",
        summary="Of water.",
        date=date(1999, 1, 1),
        topics=[secrets, Topic.objects.get(name="Mining")],
        live=hide != scheduled,
    )

    hide(hidden)
    after = ask(client, query="water")

    for group in GROUPS:
        assert counts(after, group) == counts(before, group) != {}
    assert titles(ask(client, topic="secrets")) == []
    assert titles(ask(client, year="1999")) == []


@pytest.mark.parametrize(("letters", "folded"), [("ABCDEFGH", 0), ("ABCDEFGHIJK", 3)])
def test_a_list_of_more_than_eight_folds(client, news, letters, folded):
    topics = [Topic.objects.create(name=f"Topic {letter}") for letter in letters]
    factories.articles(news, 2, topics=topics)

    group = ask(client, query="judges").find("nav", {"aria-label": "By topic"})

    shown = [text(row.a) for row in group.select(":scope > ul > li")]
    more = [text(row.a) for row in group.select("details li")]
    assert shown + more == [topic.name for topic in topics]
    assert [text(each) for each in group.select("summary")] == ["3 more"] * bool(folded)
    assert (len(shown), len(more)) == (8, folded)
