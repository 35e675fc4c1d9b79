"""An article's text as feeds and Markdown have it: clean, whole and with whole addresses."""

import pytest
from django.core.files.base import ContentFile

from news.formats.plain_html import plain_html
from psgsite.models import Image
from tests import factories
from tests.news.article_texts import block, full_article, paragraph

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def text_of(news, *blocks, **fields):
    return plain_html(factories.article(news, body=list(blocks), **fields))


def test_nothing_that_runs_loads_or_looks_is_in_it(news):
    html = text_of(
        news,
        paragraph(
            "<p onclick='x()' style='color:red' class='big' id='one'>Kept<!-- not -->"
            "<script>alert(1)</script><style>p {}</style><iframe src='/x'>x</iframe>"
            "<svg><path d='M0'/></svg><object data='/x'>x</object></p>"
            "<form action='/x'><input name='a'><button>x</button></form><p>also</p>"
        ),
    )

    assert html == "<p>Kept</p><p>also</p>"


def test_words_of_another_language_stay_marked(news):
    html = text_of(
        news,
        paragraph('<p><span lang="qu">Ch’uqi</span> <span class="x">Pukyu</span></p>'),
    )

    assert html == '<p><span lang="qu">Ch’uqi</span> Pukyu</p>'


@pytest.mark.parametrize(
    ("address", "whole"),
    [
        ("/join/", "http://testserver/join/"),
        ("#facts", "http://testserver/news/verdict-due/#facts"),
        ("https://example.org/a?b=1&amp;c=2", "https://example.org/a?b=1&amp;c=2"),
        ("//example.org/", "http://example.org/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_addresses_are_whole(news, address, whole):
    html = text_of(news, paragraph(f'<p><a href="{address}">here</a></p>'))

    assert html == f'<p><a href="{whole}">here</a></p>'


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "http://["],
)
def test_what_isnt_for_following_is_no_link(news, address):
    html = text_of(news, paragraph(f'<p><a href="{address}">here</a></p>'))

    assert html == "<p>here</p>"


def test_a_link_to_a_draft_is_no_link(news):
    draft = factories.article(news, slug="draft", live=False)
    shown = factories.article(news, slug="shown")
    links = [
        paragraph(f'<p><a linktype="page" id="{each.pk}">see</a></p>')
        for each in (draft, shown)
    ]

    html = text_of(news, *links)

    assert "<p>see</p>" in html
    assert '<a href="http://testserver/news/shown/">see</a>' in html
    assert "draft" not in html


def test_a_heading_has_no_link_to_itself(news):
    html = text_of(
        news, block("heading", {"text": "Facts", "level": "3", "anchor": "facts"})
    )

    assert html.split() == ["<h3>Facts", "</h3>"]


def test_a_picture_is_one_file_with_its_size_its_caption_and_its_credit(news):
    html = plain_html(full_article(news, body=[], corrections=[]))

    assert html.count("<img") == 1
    assert 'alt="Marchers"' in html
    assert 'src="http://testserver/media/images/' in html
    assert 'width="640"' in html
    assert 'height="480"' in html
    assert "<figcaption>In Puno (A. Vargas)</figcaption>" in html
    assert "srcset" not in html
    assert "<source" not in html


def test_of_a_pictures_sizes_it_is_the_widest_of_up_to_800_pixels(news):
    file = ContentFile(factories.picture(1300, 650), name="wide.jpg")
    image = Image.objects.create(title="Wide", file=file)

    html = plain_html(factories.article(news, image=image))

    assert 'width="800"' in html
    assert 'height="400"' in html
    assert ".width-800.jpg" in html


def test_a_decorative_picture_has_an_empty_alternative_text(news):
    article = full_article(news, body=[], image_is_decorative=True)

    assert 'alt=""' in plain_html(article)


def test_a_picture_whose_file_is_lost_leaves_its_caption(news):
    article = full_article(news, body=[], corrections=[])
    article.image.file.storage.delete(article.image.file.name)

    html = plain_html(article)

    assert "<figcaption>In Puno (A. Vargas)</figcaption>" in html
    assert "<img" not in html


def test_a_video_is_a_link(news):
    video = {"url": "https://vimeo.com/123456789", "title": "Water", "image": None}

    html = text_of(news, block("video", video))

    assert '<a href="https://vimeo.com/123456789">' in html
    assert "Play: Water" in html
    assert "Loads from" not in html
    assert "figure" not in html


def test_every_other_block_keeps_its_words(news):
    html = plain_html(full_article(news))

    assert "<blockquote><p>We were not asked.</p></blockquote>" in html
    assert "<figcaption>A farmer</figcaption>" in html
    assert "<caption>Votes</caption>" in html
    assert '<th scope="col">Region</th>' in html
    assert "<td>21</td>" in html
    assert "<strong>Facts</strong>" in html
    assert "<p>Join</p>" in html
    assert '<a href="http://testserver/news/">Go</a>' in html
    assert ">Annual report</a>" in html
    assert "(PDF, 15\u00a0bytes)" in html


def test_a_text_that_is_empty_is_empty(news):
    assert text_of(news) == ""
    assert text_of(news, paragraph(""), slug="other") == ""
