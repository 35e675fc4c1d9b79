"""What becomes of the words, styles, links and lists in HTML from the old site."""

import json
import re

import pytest
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from news.imports.html_blocks import blocks_from_html
from psgsite.rich_text import TEXT_FEATURES

pytestmark = pytest.mark.any_database


def text_of(html):
    """What ``html``, which makes one text block, is stored as, without the lines' keys."""
    (made,) = blocks_from_html(html).blocks
    assert made["type"] == "paragraph"
    return re.sub(r' data-block-key="\w{5}"', "", made["value"])


def test_neighbouring_paragraphs_lists_and_loose_words_are_one_text_block():
    html = "<p>One <b>bold</b></p><ul><li>a</li></ul><ol><li><i>b</i></li></ol>loose"

    assert text_of(html) == (
        "<p>One <b>bold</b></p><ul><li>a</li></ul><ol><li><i>b</i></li></ol><p>loose</p>"
    )


@pytest.mark.parametrize(
    ("html", "stored"),
    [
        ("<p><strong>a</strong> <em>b</em></p>", "<p><b>a</b> <i>b</i></p>"),
        ("<p class=x style='color:red' onclick='y()'>a</p>", "<p>a</p>"),
        ("<div><section>a</section><div>b</div></div>", "<p>a</p><p>b</p>"),
        ("<p><span><font size=2>a</font></span> b</p>", "<p>a b</p>"),
        ("a<br>b<br><br>c", "<p>a<br/>b</p><p>c</p>"),
        ("<p>&nbsp;</p><p> \n</p><p>a</p>", "<p>a</p>"),
        ("<p>He said <q>no</q>.</p>", "<p>He said “no”.</p>"),
        ("<ul><li>a<ul><li>b</ul></ul>", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        ("<ul><li><p>a</p><p>b</p></ul>", "<ul><li>a<br/>b</li></ul>"),
        ("<dl><dt>a<dd>b</dl>", "<p>a</p><p>b</p>"),
        ("<p><b>a</b> <b>b </b>c</p>", "<p><b>a b</b> c</p>"),
        ("<p>a<i> b</i></p>", "<p>a <i>b</i></p>"),
        ("<p>a<b> </b>b<a href=/x> </a>c</p>", "<p>a b c</p>"),
        ("<p><a href=/x>a<br>b</a></p>", '<p><a href="/x">a b</a></p>'),
        ("<ul><ul><li>a</ul></ul>", "<ul><li>a</li></ul>"),
        ("<p>a&#7;b</p>", "<p>ab</p>"),
    ],
)
def test_text_keeps_what_the_editor_offers_and_no_more(html, stored):
    assert text_of(html) == stored


@pytest.mark.parametrize(
    ("html", "stored"),
    [
        ("a <span lang=es>b</span> c", 'a <span lang="es">b</span> c'),
        ("a <i lang=qu>b</i>", 'a <i><span lang="qu">b</span></i>'),
        ("<font lang=ES-pe>b</font>", '<span lang="es">b</span>'),
        ("<a href=/x lang=es>b</a>", '<a href="/x"><span lang="es">b</span></a>'),
        ("<b>a <em lang=qu>b</em></b>", '<b>a <i><span lang="qu">b</span></i></b>'),
        ("<span lang=es>a <q>b</q></span>", '<span lang="es">a “b”</span>'),
        ("<p lang=es>a</p>", '<span lang="es">a</span>'),
    ],
)
def test_words_in_spanish_and_quechua_stay_marked(html, stored):
    assert text_of(html) == f"<p>{stored}</p>"


@pytest.mark.parametrize(
    ("html", "stored"),
    [
        ("a <span lang=de>b</span>", "a b"),
        ("<i lang=esperanto>b</i>", "<i>b</i>"),
        ("<span lang>b</span>", "b"),
        (
            "<span lang=es>a <b lang=en>b</b></span>",
            '<span lang="es">a</span> <b>b</b>',
        ),
        (
            "<span lang=es>a <u lang=qu>b</u></span>",
            '<span lang="es">a</span> <span lang="qu">b</span>',
        ),
    ],
)
def test_another_language_is_not_marked_as_the_one_around_it(html, stored):
    assert text_of(html) == f"<p>{stored}</p>"


def test_lists_are_no_deeper_than_the_editor_makes_them():
    assert text_of("<ul><li>a" * 9).count("<ul>") == 5


@pytest.mark.parametrize(
    "letters",
    [
        "Áncash, Ñuqanchik, ¿qué?",
        "7\xa0December",
        "2011–2014 — “so”, it’s",
        "5 < 6 & 7 😀",
    ],
)
def test_letters_and_signs_survive_as_they_are(letters):
    escaped = letters.replace("&", "&amp;").replace("<", "&lt;")

    assert text_of(f"<p>{escaped}</p>") == f"<p>{escaped}</p>"


def test_entities_become_the_letters_they_stand_for():
    html = "<p>&Aacute;ncash&nbsp;&ndash;&#8217;&#146;&#x201C; R&amp;D; &eacute</p>"

    assert text_of(html) == "<p>Áncash\xa0–’’“ R&amp;D; é</p>"


@pytest.mark.parametrize(
    "html",
    [
        "<p>a <b>bold <i>both</i></b> <a href='http://x.org/?a=1&amp;b=2'>link</a></p>",
        "<ul><li>a<ol><li>b</li></ol></li><li>c <b>d</b></li></ul><p>e<br>f</p>",
    ],
)
def test_text_is_stored_as_the_editor_stores_it(html):
    (made,) = blocks_from_html(html).blocks
    editor = ContentstateConverter(TEXT_FEATURES)

    saved_again = editor.to_database_format(editor.from_database_format(made["value"]))

    assert saved_again == made["value"]


@pytest.mark.parametrize(
    "html",
    [
        "<script>evil()</script>",
        "<style>evil{}</style>",
        "<svg onload=evil()><text>evil</text></svg>",
        "<math><mi xlink:href='javascript:evil()'>evil</mi></math>",
        "<object data=evil><p>evil</p></object><embed src=evil>",
        "<form action=evil><input value=evil>evil</form>",
        "<template>evil</template><noscript>evil</noscript>",
        "<iframe src='https://evil.example/'>evil</iframe>",
        "<!-- evil --><!--[if IE]>evil<![endif]-->",
        "<img src=x onerror=evil() alt=''>",
        "<noscript><p title='</noscript><img src=x onerror=evil()>'></noscript>",
        "<textarea>evil</textarea><title>evil</title><select><option>evil</select>",
    ],
)
def test_nothing_that_acts_survives(html):
    made = blocks_from_html(f"<p>before</p>{html}<p>after</p>").blocks

    assert "evil" not in json.dumps(made)
    assert "before" in json.dumps(made)
    assert "after" in json.dumps(made)


@pytest.mark.parametrize(
    ("href", "stored"),
    [
        (
            "http://example.org/a?b=1&section=2",
            "http://example.org/a?b=1&amp;section=2",
        ),
        ("HTTPS://example.org", "HTTPS://example.org"),
        (" https://example.org/a b ", "https://example.org/a%20b"),
        ("//example.org/a", "https://example.org/a"),
        ("https://exam&#10;ple.org/a", "https://example.org/a"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("tel:+44123", "tel:+44123"),
        ("/news/?page=2", "/news/?page=2"),
        ("#notes", "#notes"),
    ],
)
def test_links_to_the_web_mail_telephones_and_this_site_stay(href, stored):
    assert text_of(f'<a href="{href}">x</a>') == f'<p><a href="{stored}">x</a></p>'


@pytest.mark.parametrize(
    "href",
    [
        "javascript:evil()",
        " JaVaScRiPt:evil()",
        "java&#x0A;script:evil()",
        "java&Tab;script&colon;evil()",
        "&#1;javascript:evil()",
        "data:text/html,evil",
        "vbscript:evil",
        "ftp://example.org/",
        "file:///etc/passwd",
        "news-article.php?id=3",
        "/\\example.org",
        "http:///x",
        "http://[",
        "#",
        "",
    ],
)
def test_other_links_lose_their_address_and_keep_their_words(href):
    converted = blocks_from_html(f'<p>see <a href="{href}">this</a></p>')

    assert text_of(f'<p>see <a href="{href}">this</a></p>') == "<p>see this</p>"
    assert converted.left_out.total() == 1
