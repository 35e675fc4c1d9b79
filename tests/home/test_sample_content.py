"""The sample content: valid, complete, well set, and in words of its own."""

# Curly quotes are among the things tested.

import re
from datetime import date
from pathlib import Path

import pytest
from wagtail.blocks import StreamBlockValidationError

from about.blocks import AimBlock, EventBlock, WayOfJoiningBlock
from about.models import JoinPage
from home import sample_content
from news.subjects import NATIONAL, REGION_NAMES
from psgsite.body import BodyBlock
from psgsite.models import OrganisationSettings

pytestmark = pytest.mark.any_database

ARTICLES = sample_content.ARTICLES
STANDING_PAGES = [
    sample_content.ABOUT,
    sample_content.AIMS,
    sample_content.HISTORY,
    sample_content.HUMAN_RIGHTS,
    sample_content.JOIN,
]
PAGES = [sample_content.HOME, sample_content.NEWS, *STANDING_PAGES, *ARTICLES]
WITH_BODY = [*STANDING_PAGES, *ARTICLES]

ROOT = Path(__file__).resolve().parents[2]
OLD_PAGE = ROOT.parent / "shared" / "seed" / "psg-home-page.txt"
needs_old_page = pytest.mark.skipif(
    not OLD_PAGE.exists(), reason="the old page's text is not beside the repository"
)
RUN = 6  # as many words in a row as make a sentence someone else's


def by_title(page):
    return page["title"]


def strings_in(data):
    """Every string that a reader sees, with its markup."""
    if isinstance(data, str):
        return [data]
    if isinstance(data, dict):
        read = [value for key, value in data.items() if key not in {"type", "level"}]
        return [string for value in read for string in strings_in(value)]
    if isinstance(data, list):
        return [string for value in data for string in strings_in(value)]
    return []


def without_markup(html):
    return re.sub(r"<[^>]+>", " ", html)


def prose():
    """All text but the pages' titles, which are the old page's own."""
    pages = [{**page, "title": ""} for page in PAGES]
    strings = strings_in([*pages, sample_content.ORGANISATION, sample_content.TOPICS])
    return [without_markup(string) for string in strings]


def words(text):
    return re.findall(r"[^\W_]+(?:'[^\W_]+)*", text.replace("’", "'").lower())


def runs(text):
    found = words(text)
    return {tuple(found[i : i + RUN]) for i in range(len(found) - RUN + 1)}


def body_words(page):
    return len(words(without_markup(" ".join(strings_in(page["body"])))))


def cleaned(block, value):
    return block.clean(block.to_python(value))


def test_the_articles_have_the_dates_of_the_old_page_newest_first():
    assert [article["date"] for article in ARTICLES] == [
        date(2014, 12, 8),
        date(2014, 11, 29),
        date(2014, 11, 16),
        date(2014, 11, 2),
        date(2014, 10, 26),
        date(2014, 10, 18),
        date(2014, 9, 28),
        date(2014, 8, 31),
        date(2014, 7, 31),
        date(2014, 6, 28),
    ]


@needs_old_page
def test_the_articles_have_the_titles_of_the_old_page():
    items = re.findall(r"•\s+(.+)\n\n\s+\d+ \w+ 2014\n", OLD_PAGE.read_text("utf-8"))

    titles = [article["title"] for article in ARTICLES]

    assert [words(title) for title in titles] == [words(item) for item in items]


def test_every_title_is_unique():
    titles = [page["title"] for page in PAGES]

    assert len(set(titles)) == len(titles) == 17


def test_the_pages_have_the_addresses_that_the_design_gives():
    assert [page["slug"] for page in [sample_content.NEWS, *STANDING_PAGES]] == [
        "news",
        "about",
        "aims",
        "historical-overview",
        "human-rights",
        "join",
    ]


@pytest.mark.parametrize("sample", WITH_BODY, ids=by_title)
def test_a_body_is_one_that_an_editor_could_save(sample):
    body = cleaned(BodyBlock(), sample["body"])

    assert [child.block_type for child in body] == [b["type"] for b in sample["body"]]


def test_a_body_that_begins_with_a_sub_heading_could_not_be_saved():
    heading = {"text": "What is at stake", "level": "3", "anchor": ""}

    with pytest.raises(StreamBlockValidationError):
        cleaned(BodyBlock(), [{"type": "heading", "value": heading}])


def test_the_parts_of_the_standing_pages_are_ones_that_an_editor_could_save():
    aims = sample_content.AIMS["aims"]
    timeline = sample_content.HISTORY["timeline"]
    reasons = sample_content.JOIN["reasons"]
    ways = sample_content.JOIN["ways_of_joining"]
    reason = JoinPage._meta.get_field("reasons").stream_block.child_blocks["reason"]

    assert 3 <= len([cleaned(AimBlock(), aim) for aim in aims]) <= 5
    assert 9 <= len([cleaned(EventBlock(), event) for event in timeline]) <= 13
    assert len([cleaned(reason, text) for text in reasons]) == 3
    assert not any(cleaned(WayOfJoiningBlock(), way)["price"] for way in ways)
    assert ways


def test_the_organisation_is_one_that_an_editor_could_save():
    organisation = OrganisationSettings(**sample_content.ORGANISATION)

    organisation.clean_fields(exclude=["site"])

    assert organisation.description


def test_the_timeline_is_in_the_order_of_the_years():
    years = [event["year"] for event in sample_content.HISTORY["timeline"]]

    assert years == sorted(years)


@pytest.mark.parametrize("article", ARTICLES, ids=by_title)
def test_an_article_has_known_topics_and_regions(article):
    assert article["topics"]
    assert set(article["topics"]) <= set(sample_content.TOPICS)
    assert article["regions"]
    assert set(article["regions"]) <= {*REGION_NAMES, NATIONAL}


def test_every_topic_has_an_article():
    used = {topic for article in ARTICLES for topic in article["topics"]}

    assert used == set(sample_content.TOPICS)


def test_the_human_rights_page_picks_known_topics():
    picked = set(sample_content.HUMAN_RIGHTS["topics"])

    assert picked
    assert picked <= set(sample_content.TOPICS)


@pytest.mark.parametrize("sample", PAGES, ids=by_title)
def test_a_summary_is_a_sentence_or_two(sample):
    assert 100 <= len(sample["summary"]) <= 260
    assert sample["summary"].endswith(".")


@pytest.mark.parametrize("article", ARTICLES, ids=by_title)
def test_an_article_can_be_read_in_two_minutes(article):
    assert 150 <= body_words(article) <= 350


@pytest.mark.parametrize("sample", PAGES, ids=by_title)
def test_the_text_is_set_as_a_printer_would_set_it(sample):
    for html in strings_in(sample):
        found = re.search(r"""['"]|--|\.\.\.| - |&\w+;""", without_markup(html))
        assert not found, html
        assert "  " not in html


@pytest.mark.parametrize("sample", PAGES, ids=by_title)
def test_the_markup_is_what_the_editor_offers_and_is_closed(sample):
    for html in strings_in(sample):
        tags = re.findall(r"<(/?)(\w+)[^>]*>", html)
        allowed = {"p", "b", "i", "ul", "ol", "li", "a", "span"}
        assert {name for _, name in tags} <= allowed
        opened = sorted(name for slash, name in tags if not slash)
        assert opened == sorted(name for slash, name in tags if slash)


@pytest.mark.parametrize("sample", PAGES, ids=by_title)
def test_words_in_italics_say_what_language_they_are_in(sample):
    for html in strings_in(sample):
        for words_set_apart in re.findall("<i>.*?</i>", html):
            assert re.fullmatch('<i><span lang="es">[^<]+</span></i>', words_set_apart)


def test_names_in_spanish_are_marked_without_italics():
    marked = '<span lang="es">Defensoría del Pueblo</span>'

    assert sum(html.count(marked) for html in strings_in(ARTICLES)) == 1
    assert f"<i>{marked}" not in "".join(strings_in(ARTICLES))


def test_finds_a_run_of_words_whatever_its_punctuation():
    old = runs("Investors' pressure on Peru's government, it seems, goes on.")

    assert old & runs("Investors’ “pressure” on Peru’s Government. It")
    assert not old & runs("Investors’ pressure on the government of Peru, it seems")


@needs_old_page
def test_no_six_words_in_a_row_are_the_old_pages():
    old = runs(OLD_PAGE.read_text("utf-8"))

    copied = {" ".join(run) for text in prose() for run in runs(text) & old}

    assert not copied
    # The longer titles are the old page's own, so the comparison does find them.
    assert old & runs(ARTICLES[7]["title"])


def test_the_text_compared_is_all_the_text():
    text = " ".join(prose())
    history, join = sample_content.HISTORY, sample_content.JOIN

    assert len(words(text)) > 3000
    assert "1 January 2015" in text  # a cell of a table
    assert "to give victims redress" in text  # an item of a list in a fact box
    assert without_markup(history["timeline"][-1]["text"]) in text
    assert join["reasons"][-1] in text
    assert sample_content.ORGANISATION["footer_text"] in text
    assert ARTICLES[0]["title"] not in text
