"""Two versions side by side: each field and each block can be read in the comparison."""

import re
from html import unescape

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from about.models import AboutPage, AimsPage, HistoryPage, HumanRightsPage, JoinPage
from home.models import HomePage
from news.models import ArticlePage, NewsIndexPage, Region, Topic
from tests import factories
from tests.admin import block_forms
from tests.admin.block_forms import full_streams
from tests.admin.editing import PUBLISH, add, edit

pytestmark = pytest.mark.any_database

BODY = """
    The second round|Judges meet in Lima.|We want to be asked.|A farmer|A square
    The square|Annual report|Votes|Puno|21|https://vimeo.com/123456789|Join.
    Become a member|https://example.org/|Regional presidents|Four years.
"""
WORDS = {
    HomePage: "Renamed",
    NewsIndexPage: "Renamed",
    ArticlePage: f"{BODY}|2014-12-10|It was Puno.",
    AboutPage: f"{BODY}|Rosa Quispe|Reader|Reads the post.",
    AimsPage: f"{BODY}|To inform|Every month.",
    HistoryPage: f"{BODY}|1980|Voting returns|After twelve years.|A queue",
    HumanRightsPage: BODY,
    JoinPage: f"{BODY}|The news by post|Individual|£30 a year|For one.",
}


def comparison(client, page):
    address = reverse(
        "wagtailadmin_pages:revisions_compare", args=[page.pk, "live", "latest"]
    )
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode().split("<main", 1)[1]


def text(html):
    return " ".join(unescape(strip_tags(html)).split())


@pytest.mark.parametrize("model", WORDS)
def test_every_block_that_was_added_can_be_read(editor, publisher, news, model):
    if model is ArticlePage:
        add(publisher, news, ArticlePage, PUBLISH)
    page = model.objects.get()
    before = text(comparison(editor, page))

    edit(editor, page, title="Renamed", slug=page.slug, **full_streams())

    shown = text(comparison(editor, page))
    for word in filter(None, map(str.strip, re.split(r"[|\n]", WORDS[model]))):
        assert word in shown
        assert word not in before
    assert "object at 0x" not in shown
    assert "Value(" not in shown


def test_fields_of_an_article_can_be_read(editor, publisher, news):
    add(publisher, news, ArticlePage, PUBLISH, title="Old", summary="Rain in Puno.")
    article = ArticlePage.objects.get()
    topic, region = Topic.objects.get(name="Mining"), Region.objects.get(name="Puno")
    image = factories.image(title="Marchers")

    edit(
        editor,
        article,
        title="New",
        summary="Snow in Puno.",
        date="2014-12-01",
        topics=[topic.pk],
        regions=[region.pk],
        image=image.pk,
        image_alt_text="People with flags",
    )

    html = comparison(editor, article)
    assert "Rain in Puno." in html
    for removed in ("Old", "2014-12-08"):
        assert f'<span class="deletion">{removed}</span>' in html
    assert "Snow in Puno." in html
    for added in ("New", "2014-12-01", "Mining", "Puno", "People with flags"):
        assert f'<span class="addition">{added}</span>' in html
    assert 'alt="People in a square"' in html or "Marchers" in html


def test_a_picture_in_the_text_that_was_changed_is_shown_before_and_after(
    editor, publisher, news
):
    first, second = factories.image(title="Plaza"), factories.image(title="Lake")
    body = [block_forms.image(first.pk)]
    add(publisher, news, ArticlePage, PUBLISH, body=body)
    article = ArticlePage.objects.get()
    (block,) = article.body

    edit(editor, article, body=[block_forms.image(second.pk)])

    pictures = re.findall(r"<img[^>]*>", comparison(editor, article))
    assert len(pictures) == 2
    assert block.id
