"""A search finds what is meant, however it is written."""

import pytest
from django.core.management import call_command

from search.models import Synonyms
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def articles(news):
    texts = {
        "Vote in Áncash": "<p>Elections of the regional organisation.</p>",
        "The right to water": "<p>A right-wing mayor of Ñuñoa spoke on human rights.</p>",
        "Cajamarca’s Santos": "<p>Fujimori’s trial and the consulta previa.</p>",
        "Late rains": "<p>Water was a right too, said campesinos.</p>",
    }
    for title, text in texts.items():
        body = [{"type": "paragraph", "value": text}]
        factories.article(news, title=title, summary="", body=body)


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("ancash", "Vote in Áncash"),
        ("ÁNCASH", "Vote in Áncash"),
        ("nunoa", "The right to water"),
        ("Ñuñoa", "The right to water"),
        ("election", "Vote in Áncash"),
        ("organizations", "Vote in Áncash"),
        ("campesina", "Late rains"),
        ("Cajamarca", "Cajamarca’s Santos"),
        ("cajamarca's", "Cajamarca’s Santos"),
        ("right wing", "The right to water"),
        ("“right-wing”", "The right to water"),
        ("consultas previas", "Cajamarca’s Santos"),
        ('"right to water"', "The right to water"),
        ("water -Ñuñoa", "Late rains"),
        ('water -"human rights"', "Late rains"),
    ],
)
@pytest.mark.usefixtures("articles")
def test_spelling_and_inflection_do_not_matter(find, query, title):
    assert find(query) == [title]


@pytest.mark.parametrize(
    ("typed", "meant", "title"),
    [
        ("Cajamrca", "Cajamarca", "Cajamarca’s Santos"),
        ("Fujimroi", "Fujimori", "Cajamarca’s Santos"),
        ("Camajarca", "Cajamarca", "Cajamarca’s Santos"),
        ("Anccash", "Áncash", "Vote in Áncash"),
        ("Nunao", "Ñuñoa", "The right to water"),
        ("eletcions", "Elections", "Vote in Áncash"),
        ("rightwing", "right wing", "The right to water"),
        ("Cajam", "Cajamarca", "Cajamarca’s Santos"),
        ("mayr", "mayor", "The right to water"),
        ("rganisation", "organisation", "Vote in Áncash"),
        ("xrganisation", "organisation", "Vote in Áncash"),
    ],
)
@pytest.mark.usefixtures("articles")
def test_a_slip_is_put_right_and_the_page_says_so(client, find, typed, meant, title):
    assert find(typed) == [title]

    html = client.get("/search/", {"query": typed}).content.decode()
    assert f"No page has “{typed}”" in html
    assert f"<strong>“{meant}" in html


@pytest.mark.usefixtures("articles")
def test_a_slip_among_other_words_is_put_right(find):
    assert find("Fujimroi trial") == ["Cajamarca’s Santos"]


@pytest.mark.parametrize(
    "query",
    ["blockchain kubernetes", "rainwater", "golf", "wafer", "xyzzy", "2031", "laser"],
)
@pytest.mark.usefixtures("articles")
def test_what_the_site_does_not_have_is_not_made_up(find, query):
    assert find(query) == []


@pytest.mark.usefixtures("articles")
def test_most_of_the_words_do_where_nothing_has_all(client, find):
    assert find("Fujimori trial guanaco") == ["Cajamarca’s Santos"]

    html = client.get("/search/?query=Fujimori+trial+guanaco").content.decode()
    assert "No page has all of these words." in html


@pytest.mark.usefixtures("articles")
def test_a_short_word_that_may_be_two_others_is_not_put_right(find, news):
    factories.article(news, title="A mayfr", summary="")

    assert find("mayr") == []


def test_a_word_put_right_does_not_hide_the_answer_to_a_question(find, news):
    factories.article(news, title="Nothing cheaper in Lima", summary="Of potatoes.")
    factories.article(news, title="A poor price for potatoes", summary="From Lima.")

    found = find("Why are potatoes so cheap in Lima?")

    assert "A poor price for potatoes" in found


@pytest.mark.usefixtures("articles")
def test_a_common_word_alone_does_not_do(find):
    assert find("water guanaco vicuña") == []


@pytest.mark.usefixtures("articles")
def test_what_means_the_same_is_found(find):
    assert find("prior consultation") == []

    Synonyms.objects.create(names="Prior consultation, consulta previa")

    assert find("prior consultation") == ["Cajamarca’s Santos"]
    assert find("PRIOR CONSULTATIONS Santos") == ["Cajamarca’s Santos"]
    assert find('"prior consultation"') == []


@pytest.mark.usefixtures("articles")
def test_building_the_index_again_changes_no_answer(find):
    queries = ["ancash", "Fujimroi", "right to water", "water -Ñuñoa", "golf"]
    before = [find(query) for query in queries]

    call_command("update_index", verbosity=0)

    assert [find(query) for query in queries] == before
