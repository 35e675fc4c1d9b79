"""The order of results is one that people agree with."""

from datetime import date

import pytest

from about.models import AboutPage, AimsPage, HistoryPage, JoinPage
from news.models import Region, Topic
from tests import factories

pytestmark = pytest.mark.django_db


def article(news, title, text="", **fields):
    body = [{"type": "paragraph", "value": f"<p>{text}</p>"}]
    return factories.article(
        news, **({"title": title, "summary": "", "body": body} | fields)
    )


def test_a_title_before_a_summary_before_a_topic_before_the_text(find, news):
    article(news, "In the text", "Some mining.")
    article(news, "In the topics", topics=[Topic.objects.create(name="Mining")])
    article(news, "In the summary", summary="About mining in the highlands.")
    article(news, "Of mining and more")

    assert find("mining") == [
        "Of mining and more",
        "In the summary",
        "In the topics",
        "In the text",
    ]


def test_the_place_that_an_article_is_about_before_one_that_is_named(find, news):
    puno = Region.objects.create(name="Puno")
    article(
        news, "Elections here", "Of the lake.", regions=[puno], date=date(2009, 1, 1)
    )
    article(news, "Elections there", "Not only in Puno.")

    assert find("elections Puno") == ["Elections here", "Elections there"]


def test_what_has_all_words_of_a_question_before_what_has_some_often(find, news):
    article(news, "The report on the road contract in Puno", "A road contract. " * 3)
    article(news, "In the dock", "She is charged over the road contract in Puno.")

    found = find("Who was charged over the road contract in Puno?")

    assert found[0] == "In the dock"


def test_what_has_the_words_of_a_question_in_one_sentence_is_first(find, news):
    rest = "Nobody else has said a word on any of all this so far. " * 3
    apart = f"Ballots came by lorry. {rest} A tyre was burned. {rest} So in Puno."
    together = f"{rest} They burned the ballots of Puno. {rest}"
    article(news, "One day in June", together, date=date(2004, 5, 1))
    article(news, "One day in July", apart, date=date(2024, 5, 1))

    assert find("Who burned the ballots in Puno?")[0] == "One day in June"


def test_the_newer_of_two_that_are_alike_is_first(find, news):
    article(news, "Water in 2009", date=date(2009, 5, 1))
    article(news, "Water in 2019", date=date(2019, 5, 1))

    assert find("water") == ["Water in 2019", "Water in 2009"]


def test_what_is_named_so_is_first_however_old(find, news):
    article(news, "A year of water and land", "Water. Water.", date=date(2024, 5, 1))
    article(news, "Water", date=date(1999, 5, 1))

    assert find("water")[0] == "Water"


def test_a_title_that_starts_so_is_first(find, news):
    article(news, "A long talk on the right to water", date=date(2024, 5, 1))
    article(news, "Right to water denied again", date=date(2004, 5, 1))

    assert find("right to water")[0] == "Right to water denied again"


def test_words_together_before_words_apart(find, news):
    article(news, "One", "The right. A mayor. Water.", date=date(2024, 5, 1))
    article(news, "Two", "They claim the right to water.", date=date(2004, 5, 1))

    assert find("right to water") == ["Two", "One"]


def test_the_year_and_the_month_that_are_meant_come_first(find, news):
    topic = Topic.objects.create(name="Mining")
    days = [date(2011, 3, 1), date(2011, 7, 1), date(2012, 3, 1)]
    for day in days:
        text = "Since March 2011 and July 2012, mining."
        article(news, f"News of {day:%B %Y}", text, date=day, topics=[topic])

    assert find("mining March 2011")[0] == "News of March 2011"
    assert find("mining julio 2011") == ["News of July 2011"]
    assert set(find("mining 2011")[:2]) == {"News of March 2011", "News of July 2011"}


@pytest.fixture
def standing(home, news):
    factories.page(
        home, AboutPage, title="About the PSG", other_names="who we are\nwho are you"
    )
    factories.page(home, AimsPage, title="PSG Aims")
    factories.page(
        home, HistoryPage, title="Historical Overview", other_names="History"
    )
    factories.page(home, JoinPage, title="Why join the PSG?")
    for n in range(5):
        article(
            news, f"The army aims to join history {n}", "Aims. Join. History. About us."
        )


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("aims", "PSG Aims"),
        ("join", "Why join the PSG?"),
        ("history", "Historical Overview"),
        ("historical overview", "Historical Overview"),
        ("about the PSG", "About the PSG"),
        ("who are you?", "About the PSG"),
        ("What are the aims of the PSG?", "PSG Aims"),
    ],
)
@pytest.mark.usefixtures("standing")
def test_a_standing_page_is_first_for_what_it_is_about(find, query, title):
    assert find(query)[0] == title


@pytest.mark.usefixtures("standing")
def test_words_that_say_nothing_find_only_what_is_named_so(find):
    assert find("about") == ["About the PSG"]
    assert find("of the and") == []


def test_equals_are_always_in_the_same_order(find, news):
    for n in range(30):
        article(news, "Water", slug=f"water-{n}")
    first = [find("water", page=page) for page in (1, 2, 3)]

    assert [find("water", page=page) for page in (1, 2, 3)] == first
