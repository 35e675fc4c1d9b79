from datetime import date

import pytest
from django.core.cache import cache

from about.models import AboutPage
from news.models import ArticlePage, Region, Topic
from psgsite.pages import pages_saved
from tests import factories
from tests.test_visibility import draft, expired, private, scheduled, withdrawn

pytestmark = pytest.mark.django_db

LONG = "p" * 10_000


def suggest(client, query):
    """What is suggested: pairs of a title and its description."""
    response = client.get("/search/suggest/", {"query": query})
    assert response.status_code == 200
    _, titles, descriptions, _ = response.json()
    return list(zip(titles, descriptions, strict=True))


def test_suggestions_have_the_form_of_opensearch(client, news):
    factories.article(news, title="Verdict due", date=date(2014, 12, 8))

    response = client.get("/search/suggest/?query=Ver")

    assert response["Content-Type"] == "application/x-suggestions+json"
    assert response.json() == [
        "Ver",
        ["Verdict due"],
        ["Article · 8 December 2014"],
        ["/news/verdict-due/"],
    ]


def test_suggestions_may_be_kept_for_minutes_and_are_not_for_search_engines(client, db):
    response = client.get("/search/suggest/?query=puno")

    assert response["Cache-Control"] == "public, max-age=300"
    assert response["X-Robots-Tag"] == "noindex"
    assert "Cookie" not in response.get("Vary", "")
    assert not response.cookies


def test_suggestions_are_only_read(client, db):
    assert client.head("/search/suggest/?query=puno").status_code == 200
    assert client.post("/search/suggest/?query=puno").status_code == 405
    assert client.post("/search/opensearch.xml").status_code == 405


@pytest.mark.parametrize("query", ["", " ", "p", "ñ", "!?", "* -", "👩‍⚖️", "\0p"])
def test_less_than_two_letters_suggest_nothing(client, news, query):
    factories.article(news, title="Puno")
    factories.article(news, title="Ñuñoa")

    assert client.get("/search/suggest/", {"query": query}).json()[1:] == [[], [], []]
    assert len(suggest(client, "pu")) == 1


@pytest.mark.parametrize("query", ["ancash’s", "ÁNCASH", "Anc", "  áncash \n"])
def test_accents_and_case_do_not_matter(client, news, query):
    factories.article(news, title="Áncash votes")

    assert [title for title, _ in suggest(client, query)] == ["Áncash votes"]


@pytest.mark.parametrize("query", ["right", "right-w", "wing", "pop", "pop rig tem"])
def test_each_word_is_the_start_of_a_word_of_the_title(client, news, query):
    factories.article(news, title="The temptation of right-wing populism")
    factories.article(news, title="The wings of a condor, right above")

    titles = [title for title, _ in suggest(client, query)]

    assert "The temptation of right-wing populism" in titles
    assert suggest(client, "opulism") == []


def test_titles_that_begin_so_come_first_and_then_the_newest(client, news):
    factories.article(news, title="A strike in Puno", date=date(2014, 3, 1))
    factories.article(news, title="Puno votes", date=date(2012, 1, 1))
    factories.article(news, title="Puno is flooded", date=date(2013, 1, 1))
    factories.article(news, title="News from Puno", date=date(2014, 5, 1))

    assert [title for title, _ in suggest(client, "puno")] == [
        "Puno is flooded",
        "Puno votes",
        "News from Puno",
        "A strike in Puno",
    ]


def test_an_old_title_that_begins_so_is_found_among_many_that_do_not(client, news):
    factories.article(news, title="Article of old", date=date(1990, 1, 1))
    factories.bulk_articles(news, 60)
    pages_saved.send(sender=ArticlePage, pages=list(ArticlePage.objects.all()))

    assert suggest(client, "article")[0] == (
        "Article of old",
        "Article · 1 January 1990",
    )


def test_a_standing_page_says_that_it_is_a_page(client, home):
    factories.page(home, AboutPage, title="About us")

    assert suggest(client, "abo") == [("About us", "Page")]


def test_subjects_come_first_with_the_number_of_their_articles(client, news):
    mining = Topic.objects.create(name="Mining")
    lima = Region.objects.create(name="Lima")
    factories.article(news, title="Mining in Lima", topics=[mining], regions=[lima])
    factories.article(news, title="Gold", topics=[mining])

    response = client.get("/search/suggest/?query=min")

    assert suggest(client, "min")[0] == ("Mining", "Topic · two articles")
    assert suggest(client, "lima")[0] == ("Lima", "Region · one article")
    assert response.json()[3] == ["/search/?topic=mining", "/news/mining-in-lima/"]


def test_the_busiest_three_subjects_are_suggested(client, news):
    names = ["San Martín", "Sanctions", "Sanitation", "Sand", "Clean sand"]
    topics = [Topic.objects.create(name=name) for name in names]
    for count in range(1, 6):
        factories.article(news, topics=topics[-count:])

    found = suggest(client, "san")

    assert [name for name, _ in found] == ["Sand", "Sanitation", "Sanctions"]


def test_there_are_eight_suggestions_at_most(client, news):
    topics = [Topic.objects.create(name=f"Article {n}") for n in range(5)]
    factories.articles(news, 10, topics=topics)

    kinds = [description.split()[0] for _, description in suggest(client, "article")]

    assert kinds == ["Topic"] * 3 + ["Article"] * 5


@pytest.mark.parametrize("hide", [draft, scheduled, expired, withdrawn, private])
def test_a_hidden_article_is_neither_suggested_nor_counted(client, news, hide):
    votes = Topic.objects.create(name="Votes")
    secrets = Topic.objects.create(name="Votes of witnesses")
    factories.article(news, title="Votes", topics=[votes])
    hidden = factories.article(
        news, title="Votes bought", topics=[votes, secrets], live=hide != scheduled
    )
    hide(hidden)

    assert [title for title, _ in suggest(client, "vot")] == ["Votes", "Votes"]
    assert suggest(client, "vot")[0] == ("Votes", "Topic · one article")
    assert suggest(client, "witnesses") == []


def test_what_is_below_a_private_section_is_not_suggested(client, news):
    factories.article(news, title="Votes", topics=[Topic.objects.create(name="Voters")])
    assert len(suggest(client, "vot")) == 2

    factories.restrict(news)

    assert suggest(client, "vot") == []
    client.force_login(factories.administrator())
    assert suggest(client, "vot") == []


def test_the_published_title_is_suggested_while_a_draft_has_another(client, news):
    article = factories.article(news, title="Votes counted")
    article.title = "Votes bought"
    article.save_revision()

    assert [title for title, _ in suggest(client, "votes")] == ["Votes counted"]


@pytest.mark.parametrize(
    "query",
    [
        "puno\0",
        '"puno',
        "puno*",
        "* AND (NOT puno) OR NEAR(",
        "title:puno ^ -puno",
        "puno & ! | <-> :*",
        "%_\\'’",
        "👩‍⚖️ puno",
        "پونو אבג 秘鲁",
        "\u202epuno",
        "<script>alert(1)</script>",
        "puno " * 2000,
        LONG,
    ],
)
def test_no_query_breaks_the_suggestions(client, news, query):
    factories.article(news, title="Puno")

    response = client.get("/search/suggest/", {"query": query})

    assert response.status_code == 200
    typed, *lists = response.json()
    assert query.startswith(typed)
    assert len({len(each) for each in lists}) == 1


@pytest.mark.parametrize(
    "query", ["", "?query=%ff%fe", "?query=%ED%A0%80ab", "?q=puno"]
)
def test_addresses_that_ask_for_nothing_suggest_nothing(client, db, query):
    response = client.get(f"/search/suggest/{query}")

    assert response.status_code == 200
    assert response.json()[1:] == [[], [], []]


def test_suggestions_take_five_queries(client, news, django_assert_max_num_queries):
    topic = Topic.objects.create(name="Article")
    factories.articles(news, 9, topics=[topic])
    cache.clear()

    with django_assert_max_num_queries(5):
        found = suggest(client, "article")

    assert len(found) == 8


def test_the_script_is_only_where_the_form_is(client, news):
    script = '<script src="/static/search/suggest.js" defer></script>'

    assert script in client.get("/search/").content.decode()
    assert script not in client.get("/").content.decode()


@pytest.mark.any_database
def test_the_script_is_small():
    assert 0 < factories.compressed_size("search/static/search/suggest.js") <= 2 * 1024
