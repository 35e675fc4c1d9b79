"""What a page of results says beside the results, and the ways that lead on from it."""

from datetime import date

import pytest

from about.models import AimsPage
from news.models import ArticlePage, Region, Topic
from psgsite.numbers import counted
from psgsite.pages import pages_saved
from tests import factories
from tests.search.reading_results import ask, facets, said, text, titles

pytestmark = pytest.mark.django_db


def title(page):
    return page.title.string


def notices(page):
    return [text(notice) for notice in page.select(".notice")]


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "No results for “water”"),
        (1, "One result for “water”"),
        (2, "Two results for “water”"),
        (10, "Ten results for “water”"),
        (11, "11 results for “water”"),
    ],
)
def test_the_total_is_said(client, news, count, words):
    factories.articles(news, count, summary="Clean water.")
    factories.article(news)

    page = ask(client, query="water")

    assert said(page) == words
    assert len(titles(page)) == min(count, 10)


@pytest.mark.any_database
def test_thousands_have_a_comma():
    assert counted(1201, "result") == "1,201 results"


def test_of_more_than_a_thousand_results_only_that_is_said(client, news):
    factories.bulk_articles(news, 1000)
    pages_saved.send(sender=ArticlePage, pages=list(ArticlePage.objects.all()))
    exact = ask(client, query="judges")

    factories.article(news)
    more = ask(client, query="judges")

    assert said(exact) == "1,000 results for “judges”"
    assert said(more) == "More than 1,000 results for “judges”"
    assert [count[-1] for _, count in facets(more, "By year").values()] == ["+"] * 3
    assert "+" not in [count[-1] for _, count in facets(exact, "By year").values()]
    assert "Counts with a plus" in more.aside.get_text()
    assert "Counts with a plus" not in exact.aside.get_text()


def test_a_result_says_what_it_is_of_when_and_about_what(client, home, news):
    factories.page(home, AimsPage, title="Aims", summary="Clean water.")
    factories.article(
        news,
        title="Verdict",
        summary="Clean water.",
        date=date(2014, 11, 29),
        regions=[Region.objects.create(name=name) for name in ("Puno", "Áncash")],
        topics=[Topic.objects.create(name="Mining")],
    )

    page = ask(client, query="water")
    kinds = {text(each.h2): text(each.p) for each in page.select(".result")}

    assert kinds == {
        "Aims": "Page",
        "Verdict": "News article 29 November 2014 Mining, Puno, Áncash",
    }
    assert page.select_one(".result time")["datetime"] == "2014-11-29"


def test_what_was_found_is_marked_in_the_title_and_in_the_passage(client, news):
    factories.article(news, title="Waters rise", summary="A lake, and its water.")

    result = ask(client, query="water lakes").select_one(".result")

    assert [text(mark) for mark in result.h2.select("mark")] == ["Waters"]
    passage = result.select("p")[-1]
    assert [text(mark) for mark in passage.select("mark")] == ["lake", "water"]


def test_the_title_says_how_many_for_what_and_which_page(client, news):
    factories.articles(news, 12, summary="Clean water.")
    rest = "Search – Peru Support Group"

    assert title(ask(client)) == rest
    assert title(ask(client, query="water")) == f"12 results for “water” – {rest}"
    assert title(ask(client, year="2014")) == f"12 results – {rest}"
    assert (
        title(ask(client, query="water", page=2))
        == f"12 results for “water”, page 2 – {rest}"
    )


@pytest.mark.parametrize(
    "asked",
    [{"query": "x"}, {"kind": "page"}, {"topic": "x"}, {"since": "2014-12-08"}],
)
def test_only_the_search_itself_is_for_search_engines(client, home, asked):
    page, plain = ask(client, **asked), ask(client)

    assert page.find("meta", {"name": "robots"})["content"] == "noindex"
    assert page.find("link", rel="canonical") is None
    assert plain.find("meta", {"name": "robots"}) is None
    canonical = plain.find("link", rel="canonical")["href"]
    assert canonical == "http://testserver/search/"


def test_the_page_says_when_it_found_something_else(client, news):
    factories.article(news, title="Water in Cajamarca")
    factories.articles(news, 3)

    assert notices(ask(client, query="water in Cajamarca")) == []
    assert notices(ask(client, query="water Cajamrca")) == [
        "No page has “Cajamrca”: these are the results for “Cajamarca”."
    ]
    assert notices(ask(client, query="water Cajamarca guanaco")) == [
        "No page has all of these words. These have most of what you wrote."
    ]


def test_it_is_only_read(client, home):
    assert client.head("/search/?query=puno").status_code == 200
    assert client.post("/search/?query=puno").status_code == 405


def test_no_script_is_needed(client, news):
    factories.article(news, title="Water")
    page = ask(client, query="water")

    form = page.find("form", role="search")

    assert (form["method"], form["action"]) == ("get", "/search/")
    assert form.find("input")["value"] == "water"
    assert text(form.find("label", {"for": form.find("input")["id"]}))
    assert [
        script for script in page.select("script") if "src" not in script.attrs
    ] == []


@pytest.mark.parametrize("query", ["", " \t", "\0", "\u200b"])
def test_before_anything_is_asked_there_are_hints(client, news, query):
    factories.article(news)

    page = ask(client, query=query)

    assert "in quotation marks finds these words together" in text(page.main)
    assert (titles(page), page.find(role="status"), page.aside) == ([], None, None)
    assert "in quotation marks" not in text(ask(client, query="verdict").main)
