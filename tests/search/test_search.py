from datetime import date

import pytest
from django.core.management import call_command

from about.models import AboutPage, AimsPage, HistoryPage, HumanRightsPage, JoinPage
from news.models import NewsIndexPage, Region, Topic
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "model",
    [AboutPage, AimsPage, HistoryPage, HumanRightsPage, JoinPage, NewsIndexPage],
)
def test_every_kind_of_page_is_found_by_its_summary(find, home, model):
    factories.page(home, model, title="Found", summary="A word such as guanaco.")

    assert find("guanaco") == ["Found"]
    assert find("vicuña") == []


def test_the_home_page_is_found(find, home):
    home.summary = "A word such as guanaco."
    home.save()

    assert find("guanaco") == ["Peru Support Group"]


PARTS = {
    "title": {"title": "guanaco"},
    "summary": {"summary": "A guanaco."},
    "byline": {"byline": "A. Guanaco"},
    "caption": {"image_caption": "A guanaco"},
    "alternative text": {"image_alt_text": "A guanaco"},
    "heading": {"body": [("heading", {"text": "The guanaco", "level": "2"})]},
    "text": {"body": [("paragraph", "<p>The <b>guanaco</b>.</p>")]},
    "quotation": {"body": [("quote", {"text": "Guanaco!"})]},
    "attribution": {"body": [("quote", {"text": "Yes", "attribution": "Guanaco"})]},
    "picture's caption": {"body": [("image", {"caption": "Guanaco"})]},
    "fact box": {"body": [("fact_box", {"title": "Facts", "text": "<p>Guanaco</p>"})]},
    "video's title": {"body": [("video", {"title": "Guanaco"})]},
    "call to action": {
        "body": [("call_to_action", {"text": "Guanaco", "label": "Go"})]
    },
    "table": {
        "body": [
            (
                "table",
                {
                    "caption": "",
                    "columns": [{"type": "text", "heading": "Animal"}],
                    "rows": [{"values": ["<p>guanaco</p>"]}],
                },
            )
        ]
    },
}


@pytest.mark.parametrize("part", PARTS)
def test_an_article_is_found_by_each_of_its_parts(find, news, part):
    fields = dict(PARTS[part])
    if "body" in fields:
        fields["body"] = [{"type": kind, "value": v} for kind, v in fields["body"]]
    article = factories.article(news, **fields)
    factories.article(news, title="Another")

    assert find("guanaco") == [article.title]


@pytest.mark.parametrize("model", [Topic, Region])
def test_an_article_is_found_by_its_topics_and_regions(find, news, model):
    subject = model.objects.create(name="Ucayali")
    factories.article(news, **{f"{model._meta.model_name}s": [subject]})
    factories.article(news, title="Another")

    assert find("ucayali") == ["Verdict due"]


@pytest.mark.parametrize(
    "word", ["paragraph", "psub", "heading", "href", "linktype", "p"]
)
def test_marks_and_names_of_blocks_are_not_text(find, news, word):
    link = '<p><a href="https://example.org/">Lima</a></p>'
    body = [
        {"type": "paragraph", "value": link},
        {"type": "heading", "value": {"text": "Puno", "level": "3", "anchor": "psub"}},
    ]
    factories.article(news, body=body)

    assert find("lima puno") == ["Verdict due"]
    assert find(word) == []


def test_all_words_must_be_there(find, news):
    factories.article(news, title="Mining in Puno")
    factories.article(news, title="Mining in Cusco")

    assert find("puno mining") == ["Mining in Puno"]


def test_a_title_counts_for_more_than_the_text(find, news):
    factories.article(news, title="Puno")
    factories.article(news, title="Elsewhere", summary="Far from Puno and its lake.")

    assert find("puno") == ["Puno", "Elsewhere"]


@pytest.mark.parametrize(
    "query", ["Cajamarca's", "Cajamarca’s", "cajamarca", "CAJAMARCA"]
)
def test_case_and_possessives_do_not_matter(find, news, query):
    factories.article(news, title="Cajamarca’s new president")

    assert find(query) == ["Cajamarca’s new president"]


@pytest.mark.parametrize("query", ["right-wing", "right wing", "“right-wing”"])
def test_hyphens_and_quotation_marks_do_not_matter(find, news, query):
    factories.article(news, title="The temptation of right-wing populism")

    assert find(query) == ["The temptation of right-wing populism"]


@pytest.mark.parametrize(
    "query",
    [
        "",
        " ",
        "p",
        "\0",
        "puno\0",
        '"',
        "'",
        "''",
        "*",
        "puno*",
        "AND",
        "puno AND",
        "NOT puno",
        "NEAR(puno lima)",
        "title:puno",
        "%",
        "_",
        "\\",
        "(",
        "puno & ! lima | <-> :*",
        "👩‍⚖️",
        "ñ",
        "<script>alert(1)</script>",
        "puno " * 2000,
        "p" * 10_000,
        "{{ 7 * 7 }}",
        "\ud800".encode("utf-8", "surrogatepass").decode("utf-8", "replace"),
    ],
)
def test_no_query_breaks_the_search(client, news, query):
    factories.article(news, title="Puno")

    html = client.get("/search/", {"query": query}).content.decode()

    assert "<h1>Search</h1>" in html
    assert "<script>alert" not in html


def test_bytes_that_are_no_text_do_not_break_the_search(client, news):
    assert client.get("/search/?query=%ff%fe").status_code == 200


def test_the_page_says_how_many_it_found_and_what_they_are(client, news):
    factories.article(news, title="Puno votes", date=date(2014, 11, 29))

    html = client.get("/search/?query=puno").content.decode()

    assert "One result for “puno”" in html
    assert 'value="puno"' in html
    assert "<mark>Puno</mark> votes</a></h2>" in html
    assert "<span>News article</span>" in html
    assert '<time datetime="2014-11-29">29 November 2014</time>' in html
    assert "Judges meet in Lima." in html


def test_a_search_page_is_not_for_search_engines(client, news):
    html = client.get("/search/?query=puno").content.decode()

    assert '<meta name="robots" content="noindex">' in html


def test_what_was_typed_comes_back_as_text(client, news):
    html = client.get("/search/", {"query": '"><img src=x>'}).content.decode()

    assert 'value="&quot;&gt;&lt;img src=x&gt;"' in html


def test_results_are_paged_and_pages_keep_the_query(client, find, news):
    factories.articles(news, 12)

    first = find("article")
    second = find("article", page=2)

    assert len(first) == 10
    assert len(second) == 2
    assert not set(first) & set(second)
    html = client.get("/search/?query=article").content.decode()
    assert 'href="?query=article&amp;page=2"' in html
    assert client.get("/search/?query=article&page=3").status_code == 404
    assert client.get("/search/?query=article&page=x").status_code == 404


def test_nothing_found_is_said(client, news):
    html = client.get("/search/?query=guanaco").content.decode()

    assert "No results for “guanaco”" in html
    assert "No page of this site has these words." in html


def test_a_changed_word_is_found_and_the_old_one_is_not(find, news):
    article = factories.article(news, title="Llamas")
    article.title = "Alpacas"
    article.save_revision().publish()

    assert find("alpacas") == ["Alpacas"]
    assert find("llamas") == []


def test_a_deleted_article_is_not_found(find, news):
    factories.article(news, title="Llamas").delete()
    factories.article(news, title="Alpacas")

    assert find("llamas") == []
    assert find("alpacas") == ["Alpacas"]


def test_a_region_chosen_in_a_revision_is_found_when_it_is_published(find, news):
    article = factories.article(news)
    article.regions.set([Region.objects.create(name="Ucayali")])
    article.save_revision().publish()

    assert find("ucayali") == ["Verdict due"]


def test_building_the_index_again_changes_no_answer(find, news):
    puno = Region.objects.create(name="Puno")
    factories.article(news, title="Llamas", regions=[puno])
    before = find("llamas"), find("puno")

    call_command("update_index", verbosity=0)

    assert (find("llamas"), find("puno")) == before
    assert before == (["Llamas"], ["Llamas"])
