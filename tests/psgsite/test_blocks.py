"""What readers see of each block."""

import pytest

from psgsite.body import BodyBlock
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture
def read(client, news):
    """The page of an article whose body is the given blocks."""

    def read(*blocks):
        body = [{"type": kind, "value": value} for kind, value in blocks]
        article = factories.article(news, body=body)
        return client.get(f"/news/{article.slug}/").content.decode()

    return read


def test_a_heading_can_be_linked_to(read):
    html = read(("heading", {"text": "In Áncash", "level": "2", "anchor": "in-ancash"}))

    assert '<h2 id="in-ancash">In Áncash' in html
    assert 'href="#in-ancash"' in html


def test_a_heading_without_an_anchor_is_still_a_heading(read):
    html = read(("heading", {"text": "Sub", "level": "3", "anchor": ""}))

    assert "<h3 >Sub" in html


def test_anchors_are_made_of_the_text_and_never_twice():
    heading = {"text": "In Áncash", "level": "2", "anchor": ""}
    block = BodyBlock()
    body = block.to_python([{"type": "heading", "value": heading}] * 3)

    anchors = [child.value["anchor"] for child in block.clean(body)]

    assert anchors == ["in-ancash", "in-ancash-2", "in-ancash-3"]


def test_an_anchor_once_given_outlives_a_new_wording():
    heading = {"text": "Another wording", "level": "2", "anchor": "in-ancash"}
    block = BodyBlock()

    body = block.clean(block.to_python([{"type": "heading", "value": heading}]))

    assert body[0].value["anchor"] == "in-ancash"


def test_a_quotation_names_who_said_it(read):
    html = read(("quote", {"text": "We were not asked.", "attribution": "A farmer"}))

    assert "<blockquote ><p>We were not asked.</p></blockquote>" in html
    assert "<figcaption>A farmer</figcaption>" in html


def test_a_quotation_says_what_language_it_is_in(read):
    said = {"text": "Agua sí, oro no.", "attribution": "", "language": "es"}

    assert '<blockquote lang="es"><p>Agua sí, oro no.</p>' in read(("quote", said))


def test_a_picture_has_words_caption_and_credit(read):
    image = {"image": factories.image().pk, "alt_text": "Marchers", "decorative": False}

    html = read(("image", {"image": image, "caption": "Puno", "credit": "L. Ramos"}))

    assert 'alt="Marchers"' in html
    assert 'loading="lazy"' in html
    assert 'Puno <span class="credit">L. Ramos</span>' in html


def test_a_picture_falls_back_on_its_own_credit(read):
    picture = factories.image(credit="A. Vargas")
    image = {"image": picture.pk, "alt_text": "", "decorative": True}

    html = read(("image", {"image": image, "caption": "", "credit": ""}))

    assert 'alt=""' in html
    assert '<span class="credit">A. Vargas</span>' in html


def test_a_lost_picture_leaves_its_caption(read):
    html = read(("image", {"image": None, "caption": "The plaza in 1998"}))

    assert "The picture is not available." in html
    assert "The plaza in 1998" in html


def test_a_document_says_its_kind_and_size(read):
    html = read(
        ("document", {"document": factories.document().pk, "title": "Our year"})
    )

    assert ">Our year</a>" in html
    assert "PDF, 15\xa0bytes" in html


def test_a_table_has_headings_and_scrolls_by_keyboard(read):
    table = {
        "caption": "Votes",
        "columns": [
            {"type": "text", "heading": "Region"},
            {"type": "number", "heading": "Per cent"},
        ],
        "rows": [{"values": ["<p>Puno</p>", "21.4"]}],
    }

    html = read(("table", table))

    assert 'role="region" tabindex="0" aria-label="Votes"' in html
    assert '<th scope="col" class="number">Per cent</th>' in html
    assert '<td class="number">21.4</td>' in html


def test_a_table_may_have_empty_cells():
    columns = [{"type": "text", "heading": "Region"}]
    table = {"caption": "", "columns": columns, "rows": [{"values": [""]}]}
    block = BodyBlock()

    body = block.clean(block.to_python([{"type": "table", "value": table}]))

    assert len(body) == 1


@pytest.mark.parametrize(
    ("address", "player"),
    [
        (
            "https://www.youtube.com/watch?v=abcdefghijk&t=4",
            "https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1",
        ),
        (
            "https://youtu.be/abcdefghijk",
            "https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1",
        ),
        (
            "https://vimeo.com/123456789",
            "https://player.vimeo.com/video/123456789?autoplay=1&amp;dnt=1",
        ),
    ],
)
def test_a_video_is_a_link_until_it_is_asked_for(read, address, player):
    html = read(("video", {"url": address, "title": "Water", "image": None}))

    assert f'data-player="{player}"' in html
    assert f'href="{address.replace("&", "&amp;")}"' in html
    assert "Play: Water" in html
    assert "<iframe" not in html
    assert 'src="https://' not in html


@pytest.mark.parametrize(
    "address",
    ["https://example.org/v", "https://www.youtube.com/embed/videoseries?list=x"],
)
def test_a_video_that_we_cannot_play_is_only_a_link(read, address):
    html = read(("video", {"url": address, "title": "Water"}))

    assert f'href="{address}"' in html
    assert "data-player" not in html


def test_a_call_to_action_leads_to_a_page(read, news):
    call = {"text": "Read on", "label": "News", "page": news.pk, "url": ""}

    assert '<a class="button" href="/news/">News</a>' in read(("call_to_action", call))


def test_a_fact_box_is_beside_the_story(read):
    html = read(("fact_box", {"title": "Ronderos", "text": "<p>Night watches.</p>"}))

    assert '<aside class="facts">' in html
    assert "<p>Night watches.</p>" in html


def test_text_links_to_pages_by_where_they_are_now(read, news):
    other = factories.article(news, title="Other", slug="other")
    link = f'<p><a linktype="page" id="{other.pk}">there</a></p>'
    address = "http://testserver/news/other/"
    linked = f'<a href="/news/other/" data-address="{address}">there</a>'
    assert linked in read(("paragraph", link))

    other.slug = "elsewhere"
    other.save()

    assert '<a href="/news/elsewhere/" ' in read(("paragraph", link))


def test_text_does_not_link_to_a_page_that_is_not_public_yet(read, news):
    draft = factories.article(news, title="Draft", slug="the-draft", live=False)

    html = read(("paragraph", f'<p><a linktype="page" id="{draft.pk}">there</a></p>'))

    assert "<a>there</a>" in html
    assert "the-draft" not in html
