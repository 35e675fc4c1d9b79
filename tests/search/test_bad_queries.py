"""Whatever is typed or put into an address, the search answers, as text and with few queries."""

import json
from html import escape, unescape
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from news.models import Region, Topic
from search.finding.queries import parse, tidy
from search.finding.steps import Search
from search.results.passages import Marker
from search.words.analysis import clean
from tests import factories
from tests.search.bad_queries import KNOWN, MISTYPED, encoded, parameters, typed

pytestmark = pytest.mark.django_db

# For a page that finds nothing, corrects what it can, and offers other searches.
MOST_QUERIES = 36

# The site of a test stays as it is for all examples, as a search writes nothing.
unchanging = settings(
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture
def site(news):
    """Articles with all of the known words, and a private one."""
    subjects = {
        "topics": [Topic.objects.create(name="Mining")],
        "regions": [Region.objects.create(name="Puno")],
    }
    for number, word in enumerate(KNOWN * 2):
        title = f"{word} and {KNOWN[number % 5]}"
        factories.article(news, title=title, **subjects)
    secret = factories.article(news, title="Guanaco witness", summary="Of water.")
    factories.restrict(secret)
    return secret


@pytest.mark.any_database
@settings(unchanging, max_examples=500)
@given(st.lists(typed, min_size=20, max_size=20))
def test_ten_thousand_queries_are_taken_apart_and_marked(queries):
    for query in queries:
        text = clean(query)[:2000]
        clauses = parse(tidy(query), {}).clauses

        marked = Marker(dict.fromkeys(clauses, 1.0)).mark(text)

        plain = marked.replace("<mark>", "").replace("</mark>", "")
        assert "<" not in plain
        assert unescape(plain) == unescape(escape(text))


@settings(unchanging, max_examples=150)
@given(queries=st.lists(typed, min_size=10, max_size=10))
def test_no_text_breaks_the_search_or_finds_what_is_private(site, queries):
    for query in queries:
        found = Search([site.path]).find(tidy(query))

        pks = [row.pk for row in found.rows]
        assert len(pks) == len(set(pks))
        assert site.pk not in pks


# fmt: off
TAGS = {
    "main", "div", "header", "h1", "h2", "p", "ul", "li", "a", "span", "strong", "time",
    "form", "label", "input", "button", "script", "article", "mark", "aside", "nav",
    "details", "summary",
}
# fmt: on
ADDRESSES = ("/", "?", "#", "http://testserver/")


@settings(unchanging, max_examples=300)
@given(query=typed, parameters=parameters)
@example(" ".join(MISTYPED), {})
@example(" ".join(MISTYPED[:3] + KNOWN), {"year": "1999"})
@example(" ".join(KNOWN), {"year": "1999"})
def test_no_address_breaks_the_page(client, site, query, parameters):
    asked = "&".join(
        f"{name}={encoded(value)}"
        for name, value in ({"query": query} | parameters).items()
    )

    with CaptureQueriesContext(connection) as queries:
        response = client.get(f"/search/?{asked}")

    assert len(queries) <= MOST_QUERIES
    assert response.status_code in ({200, 404} if "page" in parameters else {200})
    if response.status_code == 200:
        page = BeautifulSoup(response.content, "html5lib")
        assert_all_is_text(page)
        assert page.find(id="query")["value"] == tidy(unquote(encoded(query)))


def assert_all_is_text(page):
    """Nothing is an element, a script or an address that the page's own aren't."""
    attributes = {name for each in page.find_all(name=True) for name in each.attrs}
    scripts = [script["src"] for script in page.select("script")]
    links = [link["href"] for link in page.main.select("[href]")]

    assert {element.name for element in page.main.find_all(name=True)} <= TAGS
    assert [name for name in attributes if name.startswith("on")] == []
    assert [src for src in scripts if not src.startswith("/static/")] == []
    assert [link for link in links if not link.startswith(ADDRESSES)] == []


@settings(unchanging, max_examples=300)
@given(query=st.one_of(typed, st.binary(max_size=300)))
def test_no_address_breaks_the_suggestions(client, site, query):
    response = client.get(f"/search/suggest/?query={encoded(query)}")

    assert response.status_code == 200
    _, titles, *_ = json.loads(response.content)
    assert "Guanaco witness" not in titles


def test_what_these_queries_are_made_of_finds_something(client, site):
    for known in KNOWN:
        assert client.get("/search/", {"query": known}).context["results"]
    found = Search([]).find("Guanaco witness").rows
    assert [row.pk for row in found] == [site.pk]
