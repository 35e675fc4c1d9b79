"""Headings: their levels, and the anchors that readers link to."""

import pytest
from wagtail.test.utils import WagtailTestUtils

from news.models import ArticlePage
from tests.admin.block_forms import heading, paragraph
from tests.admin.editing import PUBLISH, add, edit, stream_errors

pytestmark = pytest.mark.any_database


def publish(client, news, *headings):
    return add(client, news, ArticlePage, PUBLISH, body=[paragraph(), *headings])


def anchors(client):
    """The anchors of the published article, in order."""
    html = client.get("/news/verdict-due/").content.decode()
    soup = WagtailTestUtils.get_soup(html)
    return [found["id"] for found in soup.select(".body :is(h2, h3)")]


@pytest.mark.parametrize(
    ("levels", "wrong"), [("3", "1"), ("323", "1"), ("332", "1"), ("33", "1")]
)
def test_no_level_is_skipped(publisher, news, levels, wrong):
    response = publish(publisher, news, *(heading(level=level) for level in levels))

    (place,) = stream_errors(response)
    assert place == wrong
    assert not ArticlePage.objects.exists()


@pytest.mark.parametrize("levels", ["", "2", "22", "23", "2332", "23233"])
def test_levels_that_follow_each_other_are_published(publisher, news, levels):
    publish(publisher, news, *(heading(level=level) for level in levels))

    assert ArticlePage.objects.get().live


def test_a_draft_may_begin_with_a_sub_heading(editor, news):
    add(editor, news, body=[heading(level="3")])

    assert ArticlePage.objects.get().body[0].value["level"] == "3"


def test_headings_get_anchors_of_plain_letters(publisher, client, news):
    publish(publisher, news, heading("Áncash: ¿qué pasa?"), heading("…"))

    assert anchors(client) == ["ancash-que-pasa", "section"]


def test_headings_of_the_same_words_get_different_anchors(publisher, client, news):
    publish(publisher, news, heading("Votes"), heading("Votes"), heading("Votes"))

    assert anchors(client) == ["votes", "votes-2", "votes-3"]


def test_an_anchor_stays_when_the_words_change(publisher, client, news):
    publish(publisher, news, heading("Votes", anchor="votes"))

    edited = ArticlePage.objects.get()
    edit(publisher, edited, PUBLISH, body=[heading("The votes", anchor="votes")])

    assert anchors(client) == ["votes"]


def test_a_heading_that_was_duplicated_gets_an_anchor_of_its_own(
    publisher, client, news
):
    publish(
        publisher,
        news,
        heading("Votes", anchor="votes"),
        heading("More votes", anchor="votes"),
    )

    assert anchors(client) == ["votes", "more-votes"]


@pytest.mark.parametrize("taken", ["content", "Content"])
def test_an_anchor_is_not_one_that_the_page_itself_has(publisher, client, news, taken):
    publish(publisher, news, heading(taken))

    html = client.get("/news/verdict-due/").content.decode()
    assert anchors(client) == ["content-2"]
    assert html.count('id="content"') == 1


def test_the_headings_of_a_draft_get_anchors_too(editor, news):
    add(editor, news, body=[heading("Votes"), heading("")])

    votes, empty = ArticlePage.objects.get().body
    assert votes.value["anchor"] == "votes"
    assert empty.value["anchor"] == ""
