"""What becomes of the headings, quotations, tables and pictures in HTML from the old site."""

import json
import re

import pytest

from news.imports.html_blocks import blocks_from_html
from news.imports.html_tree import DEEPEST, HtmlError
from psgsite.body import BodyBlock

pytestmark = pytest.mark.any_database


def blocks(html):
    """(type, value) of each block, without the keys that the editor gives lines."""
    made = [(each["type"], each["value"]) for each in blocks_from_html(html).blocks]
    text = re.sub(r' data-block-key=\\"\w{5}\\"', "", json.dumps(made))
    return [tuple(each) for each in json.loads(text)]


def only(kind, html):
    """The value of the one block that ``html`` makes."""
    ((made, value),) = blocks(html)
    assert made == kind
    return value


def outline(html):
    """Captions of pictures and words of texts, in order."""
    return [
        value["caption"] if kind == "image" else re.sub("<[^>]*>", "", value)
        for kind, value in blocks(html)
    ]


@pytest.mark.parametrize(
    ("html", "levels"),
    [
        ("<h1>a</h1><h2>b</h2><h3>c</h3><h6>d</h6>", "2233"),
        ("<h3>a</h3><h2>b</h2><h3>c</h3>", "223"),
        ("<h4>a</h4><h4>b</h4><h5>c</h5>", "223"),
    ],
)
def test_the_first_heading_is_never_a_sub_heading_nor_are_its_equals(html, levels):
    assert "".join(value["level"] for _, value in blocks(html)) == levels


def test_each_heading_has_an_anchor_of_its_own():
    made = blocks("<h2>Áncash</h2><h2>Áncash</h2>")

    assert [value["anchor"] for _, value in made] == ["ancash", "ancash-2"]


def test_a_heading_is_its_words_alone():
    html = "<h2 id=x>The <a href=/a><b>second</b></a><br>round<script>x</script></h2><h2> </h2>"

    assert only("heading", html)["text"] == "The second round"


def test_a_heading_too_long_for_its_block_is_text():
    assert outline(f"<h2>{'long ' * 40}</h2>") == [("long " * 40).strip()]


@pytest.mark.parametrize(
    "html",
    [
        "<blockquote><p>We want</p><p>to be asked.</p><cite>A farmer</cite></blockquote>",
        "<blockquote>We want<p>to be asked.<footer>— A <b>farmer</b></footer></blockquote>",
        "<blockquote><p>We want<p>to be asked. <cite>A farmer</cite></blockquote>",
        "<figure><blockquote>We want<p>to be asked.</blockquote>"
        "<figcaption>A farmer</figcaption></figure>",
    ],
)
def test_a_quotation_keeps_its_words_and_who_said_them(html):
    quote = {"text": "We want\n\nto be asked.", "attribution": "A farmer"}

    assert only("quote", html) == quote


def test_a_title_cited_within_a_quotation_stays_there():
    quote = only("quote", "<blockquote>Read <cite>Los ríos</cite> again.</blockquote>")

    assert quote == {"text": "Read Los ríos again.", "attribution": ""}


def test_a_quotation_keeps_its_language():
    assert only("quote", '<blockquote lang="es-PE">Agua sí</blockquote>') == {
        "text": "Agua sí",
        "attribution": "",
        "language": "es",
    }


def test_an_attribution_too_long_for_its_block_is_text():
    html = f"<blockquote>Words<footer>{'x' * 151}</footer></blockquote>"

    assert [kind for kind, _ in blocks(html)] == ["quote", "paragraph"]


def test_a_table_keeps_caption_headings_and_kinds_of_columns():
    html = """<table><caption>Votes</caption><thead><tr><th>Region<th>Per cent</thead>
        <tr><td><b>Puno</b><td>21.4<tr><td>Cusco<td></table>"""

    assert only("table", html) == {
        "caption": "Votes",
        "columns": [
            {"type": "text", "heading": "Region"},
            {"type": "number", "heading": "Per cent"},
        ],
        "rows": [
            {"values": ["<p><b>Puno</b></p>", "21.4"]},
            {"values": ["<p>Cusco</p>", ""]},
        ],
    }


def test_cells_that_span_leave_the_others_in_their_columns():
    html = """<table><tr><th>a<th>b<th>c<tr><td rowspan=3>x<td colspan=2>y<tr><td>1<td>z
        <tr><td>2<td>w<tr><td colspan=nonsense>4<td>5<td>6</table>"""
    value = only("table", html)

    rows = [re.sub("<[^>]*>", "", "|".join(row["values"])) for row in value["rows"]]

    assert rows == ["x|y|", "|1|z", "|2|w", "4|5|6"]


def test_a_cell_spans_no_more_than_a_reader_could_follow():
    html = "<table><tr><th colspan=9999>a<tr><td>b</table>"

    assert len(only("table", html)["columns"]) == 50


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("1,200.50", "number"),
        ("-3 %", "number"),
        ("S/. 300", "number"),
        ("US$5", "number"),
        ("1990s", "text"),
        ("12 and 13", "text"),
    ],
)
def test_a_column_of_figures_alone_is_one_of_numbers(cell, kind):
    table = only("table", f"<table><tr><th>a<tr><td>7<tr><td>{cell}</table>")

    assert table["columns"][0]["type"] == kind


def test_lists_headings_and_tables_within_a_cell_become_its_text():
    html = """<table><tr><td>a<td>b<tr><td>1<td><h3>h</h3><ul><li>i</ul>
        <table><tr><td>n<td>m</table></table>"""

    (row,) = only("table", html)["rows"]

    assert row["values"] == ["1", "<p>h</p><p>i</p><p>n</p><p>m</p>"]


def test_a_number_with_a_link_stays_text():
    html = "<table><tr><th>a<th>b<tr><td>x<td><a href=/n/>12</a></table>"

    assert only("table", html)["rows"][0]["values"][1] == '<p><a href="/n/">12</a></p>'


def test_a_table_that_only_puts_things_in_place_is_not_one():
    made = blocks("<table><tr><td><h2>Title</h2><p>Words</p></td></tr></table>")

    assert [kind for kind, _ in made] == ["heading", "paragraph"]


@pytest.mark.parametrize(
    "html",
    [
        "<p>a</p><p><img alt='A farmer'>b</p>",
        "<p>a</p><a href=/x><img alt='A farmer'></a><p>b</p>",
        "<p>a <img alt='A farmer'></p><p>b</p>",
        "<ul><li>a<img alt='A farmer'></ul><p>b</p>",
        "<p>a</p><figure><img alt=''><figcaption>A farmer</figcaption></figure><p>b</p>",
        "<p>a</p><h2><img alt=' A  farmer'></h2><p>b</p>",
    ],
)
def test_of_a_picture_the_alternative_text_stays_in_its_place(html):
    assert outline(html) == ["a", "A farmer", "b"]


def test_a_picture_in_a_table_or_quotation_comes_after_it():
    html = """<table><tr><th>a<tr><td><p>b<img alt=First></p><p>c</p></table>
        <blockquote><img alt=Second><p>d<img alt=Third></p><p>e</p></blockquote>"""

    (_, table), *pictures, (_, quote), second, third = blocks(html)

    assert table["rows"] == [{"values": ["<p>b</p><p>c</p>"]}]
    assert quote["text"] == "d\n\ne"
    captions = [value["caption"] for _, value in [*pictures, second, third]]
    assert captions == ["First", "Second", "Third"]


def test_a_caption_beside_an_alternative_text_is_kept_too():
    html = "<figure><img alt='A farmer'><figcaption>Puno, 2014</figcaption></figure>"

    assert outline(html) == ["A farmer", "Puno, 2014"]


def test_an_alternative_text_too_long_for_a_caption_is_kept_below():
    short, whole = outline(f"<img alt='{'long ' * 80}'>")

    assert len(short) == 300
    assert whole == ("long " * 80).strip()


def test_a_picture_without_words_goes_and_is_counted():
    converted = blocks_from_html("<p><img src=x></p>")

    assert converted.blocks == []
    assert converted.left_out == {"pictures without alternative text": 1}


def test_a_video_from_a_known_place_stays_and_other_frames_go():
    html = """<iframe src="//www.youtube.com/embed/abcdefghijk" title="Conga"></iframe>
        <iframe src="https://example.org/map"></iframe>"""

    assert only("video", html) == {
        "url": "https://www.youtube.com/embed/abcdefghijk",
        "title": "Conga",
        "image": None,
    }
    assert blocks_from_html(html).left_out == {"<iframe>": 1}


BROKEN = """<h2>One<p>a <b>b<p>c</i><h3>Two</h3><ul><li>d<li>e</div><blockquote>f
    <table><tr><td>g<td>h<tr><td>1<td>2</blockquote><p <a href="x">i</p"""


@pytest.mark.parametrize(
    "html",
    [BROKEN, "<" * 500, "<p>a<!--b", "<b><i>a</b>b</i>", "</p></div>a", "<a href='"],
)
def test_broken_html_makes_blocks_that_an_editor_can_save(html):
    body = BodyBlock()
    made = [{"type": "paragraph", "value": "<p>x</p>"}, *blocks_from_html(html).blocks]

    body.clean(body.to_python(made))


def test_words_of_broken_html_survive():
    assert set("abcdefgh12") <= set(json.dumps(blocks(BROKEN)))


@pytest.mark.parametrize(
    "tag", ["div", "b", "li", "blockquote", "figure", "a href=/", "q"]
)
def test_tags_within_tags_are_followed_to_a_depth_and_refused_beyond(tag):
    assert blocks(f"<{tag}>x" * (DEEPEST - 5))
    with pytest.raises(HtmlError, match=f"more than {DEEPEST} deep"):
        blocks("<div>" * 5000 + "x")
