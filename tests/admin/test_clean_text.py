"""What the server keeps of a text, whatever a browser, or someone in its place, posts."""

import json

import pytest

from news.models import ArticlePage
from tests.admin.editing import PUBLISH, add

pytestmark = pytest.mark.any_database


def block(text, kind="unstyled", styles=(), entities=()):
    return {
        "key": "aaaaa",
        "text": text,
        "type": kind,
        "depth": 0,
        "inlineStyleRanges": [
            {"offset": 0, "length": len(text), "style": style} for style in styles
        ],
        "entityRanges": [
            {"offset": 0, "length": len(text), "key": key} for key in entities
        ],
    }


def entity(kind, **data):
    return {"type": kind, "mutability": "MUTABLE", "data": data}


def stored(client, news, *blocks, entities=()):
    """The HTML that is stored of a text that was posted in Draftail's own format."""
    content = {
        "blocks": list(blocks),
        "entityMap": {str(key): found for key, found in enumerate(entities)},
    }
    body = [("paragraph", json.dumps(content))]
    response = add(client, news, ArticlePage, PUBLISH, body=body)
    assert response.status_code == 302
    return ArticlePage.objects.get().body[0].value.source


def test_what_the_editor_offers_is_kept(publisher, news):
    html = stored(
        publisher,
        news,
        block("Verdict", styles=["BOLD"]),
        block("minka", styles=["QUECHUA"]),
        block("first", kind="unordered-list-item"),
        block("elsewhere", entities=[0]),
        entities=[entity("LINK", url="https://example.org/")],
    )

    assert "<b>Verdict</b>" in html
    assert '<span lang="qu">minka</span>' in html
    assert "<li" in html
    assert '<a href="https://example.org/">elsewhere</a>' in html


def test_markup_that_was_typed_is_shown_as_it_was_typed(publisher, news):
    html = stored(publisher, news, block("<script>alert(1)</script><b>bold</b>"))

    assert "&lt;script&gt;alert(1)&lt;/script&gt;&lt;b&gt;" in html
    assert "<script" not in html


@pytest.mark.parametrize("style", ["UNDERLINE", "CODE", "color-red", "HIGHLIGHT"])
def test_a_style_that_is_not_offered_is_left_out(publisher, news, style):
    html = stored(publisher, news, block("Verdict", styles=[style, "BOLD"]))

    assert "<b>Verdict</b>" in html
    assert not any(tag in html for tag in ("<u>", "<code", "style=", "class="))


@pytest.mark.parametrize("kind", ["header-one", "header-two", "blockquote", "made-up"])
def test_a_block_that_is_not_offered_is_left_out(publisher, news, kind):
    html = stored(publisher, news, block("Judges meet"), block("Verdict", kind=kind))

    assert html.startswith("<p")
    assert "Judges meet" in html
    assert "Verdict" not in html


@pytest.mark.parametrize(
    "found",
    [
        entity(
            "IMAGE", id="1", src="https://tracker.example/p.gif", alt="", format="left"
        ),
        entity("EMBED", embedType="video", url="https://tracker.example/v"),
        entity("MADE-UP", src="https://tracker.example/"),
    ],
    ids=lambda found: found["type"].lower(),
)
def test_what_loads_something_from_elsewhere_is_left_out(publisher, news, found):
    html = stored(
        publisher,
        news,
        block("Verdict"),
        block(" ", kind="atomic", entities=[0]),
        entities=[found],
    )

    assert "Verdict" in html
    assert "tracker.example" not in html


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,<b>x</b>"])
def test_a_link_that_runs_a_script_leads_nowhere(publisher, client, news, url):
    stored(
        publisher,
        news,
        block("Verdict", entities=[0]),
        entities=[entity("LINK", url=url)],
    )

    html = client.get("/news/verdict-due/").content.decode()

    assert "Verdict" in html
    assert url.split(":")[0] + ":" not in html
