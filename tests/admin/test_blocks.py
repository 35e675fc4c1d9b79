"""What the blocks of a page refuse when it is published, and forgive in a draft."""

import pytest

from about.models import AboutPage, AimsPage, HistoryPage, HumanRightsPage, JoinPage
from news.models import ArticlePage
from tests import factories
from tests.admin import block_forms as write
from tests.admin.editing import PUBLISH, add, edit, stream_errors

pytestmark = pytest.mark.any_database

REQUIRED = "This field is required."
NO_ALTERNATIVE_TEXT = "Please add some alt text for your image or mark it as decorative"
SUB_FIRST = "The first heading of a page can't be a sub-heading"
ANCHOR = "Use small letters, digits and hyphens only."
NOT_A_VIDEO = "This is not the address of a video on YouTube or Vimeo."
EITHER = "Give either a page or an address."

# Each with the place of what is wrong, and what is said there.
REFUSED = {
    "heading without words": (write.heading(text=""), "0.text", REQUIRED),
    "sub-heading first": (write.heading(level="3"), "0", SUB_FIRST),
    "capitals in an anchor": (write.heading(anchor="Here"), "0.anchor", ANCHOR),
    "text without words": (write.paragraph(""), "0", REQUIRED),
    "quotation without words": (write.quote(text=""), "0.text", REQUIRED),
    "image without a picture": (write.image(), "0.image.image", REQUIRED),
    "document without a file": (write.document(), "0.document", REQUIRED),
    "film elsewhere": (write.video("https://example.org/film"), "0.url", NOT_A_VIDEO),
    "film without an address": (write.video(""), "0.url", REQUIRED),
    "film without a title": (write.video(title=""), "0.title", REQUIRED),
    "button to nowhere": (write.call_to_action(url=""), "0.page", EITHER),
    "button without a label": (write.call_to_action(label=""), "0.label", REQUIRED),
    "box without a title": (write.fact_box(title=""), "0.title", REQUIRED),
    "box without words": (write.fact_box(html=""), "0.text", REQUIRED),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_block_that_lacks_what_readers_need_is_not_published(publisher, news, case):
    block, place, said = REFUSED[case]

    response = add(publisher, news, ArticlePage, PUBLISH, body=[block])

    assert stream_errors(response)[place].startswith(said)
    assert not ArticlePage.objects.exists()


def test_an_image_needs_alternative_text_to_be_published(publisher, news):
    silent = write.image(factories.image().pk, alt_text="")

    response = add(publisher, news, ArticlePage, PUBLISH, body=[silent])

    assert stream_errors(response) == {"0.image.alt_text": NO_ALTERNATIVE_TEXT}


def test_an_image_needs_no_alternative_text_if_it_is_decorative(
    publisher, client, news
):
    picture = {"image": factories.image().pk, "alt_text": "", "decorative": "on"}

    add(publisher, news, ArticlePage, PUBLISH, body=[write.image(image=picture)])

    assert 'alt=""' in client.get("/news/verdict-due/").content.decode()


def test_a_button_leads_to_one_place(publisher, news):
    both = write.call_to_action(page=news.pk, url="https://example.org/")

    response = add(publisher, news, ArticlePage, PUBLISH, body=[both])

    said = stream_errors(response)
    assert said == {"0.page": EITHER, "0.url": EITHER}


def test_a_button_may_lead_to_a_page(publisher, client, news):
    inside = write.call_to_action(page=news.pk, url="")

    add(publisher, news, ArticlePage, PUBLISH, body=[inside])

    html = client.get("/news/verdict-due/").content.decode()
    assert '<a class="button" href="/news/">Become a member</a>' in html


@pytest.mark.parametrize(
    "address",
    [
        "https://www.youtube.com/watch?v=abcdefghijk&t=10s",
        "https://youtu.be/abcdefghijk",
        "https://www.youtube.com/shorts/abcdefghijk",
        "https://vimeo.com/123456789",
        "https://player.vimeo.com/video/123456789",
    ],
)
def test_addresses_of_films_are_known(publisher, client, news, address):
    add(publisher, news, ArticlePage, PUBLISH, body=[write.video(address)])

    html = client.get("/news/verdict-due/").content.decode()
    assert 'data-player="https://' in html
    assert "Play: Water" in html


@pytest.mark.parametrize(
    "address",
    [
        "https://www.youtube.com/feed/trending",
        "https://www.youtube.com/@perusupport",
        "https://vimeo.com/channels/peru",
        "https://youtube.com.example.org/watch?v=abcdefghijk",
    ],
)
def test_other_addresses_are_not_taken_for_films(publisher, news, address):
    body = [write.video(address)]

    response = add(publisher, news, ArticlePage, PUBLISH, body=body)

    assert stream_errors(response)["0.url"].startswith(NOT_A_VIDEO)


@pytest.mark.parametrize(
    ("event", "place", "said"),
    [
        (write.event("1980", "1980"), "0.end_year", "The end must be later than 1980"),
        (write.event("1980", "1979"), "0.end_year", "The end must be later than 1980"),
        (write.event("980"), "0.year", "Ensure this value is greater than or equal"),
        (write.event(""), "0.year", REQUIRED),
        (write.event(heading=""), "0.heading", REQUIRED),
    ],
)
def test_an_event_has_true_years_and_a_heading(publisher, home, event, place, said):
    history = HistoryPage.objects.get()

    response = edit(publisher, history, PUBLISH, timeline=[event])

    assert stream_errors(response, "timeline")[place].startswith(said)


def test_an_event_may_last_for_years(publisher, client, home):
    history = HistoryPage.objects.get()

    edit(
        publisher,
        history,
        PUBLISH,
        slug="history",
        timeline=[write.event("1980", "2000")],
    )

    assert "1980–2000" in client.get("/history/").content.decode()


@pytest.mark.parametrize(
    ("model", "stream", "block", "place"),
    [
        (AboutPage, "people", write.person(name=""), "0.name"),
        (AimsPage, "aims", write.aim(title=""), "0.title"),
        (JoinPage, "reasons", ("reason", ""), "0"),
        (JoinPage, "ways_of_joining", write.way(name=""), "0.name"),
    ],
)
def test_the_parts_of_standing_pages_need_their_names(
    publisher, home, model, stream, block, place
):
    response = edit(publisher, model.objects.get(), PUBLISH, **{stream: [block]})

    assert stream_errors(response, stream) == {place: REQUIRED}


STANDING = [AboutPage, AimsPage, HistoryPage, HumanRightsPage, JoinPage]


@pytest.mark.parametrize("model", STANDING, ids=lambda model: model.__name__)
def test_every_block_of_a_standing_page_can_be_published(
    publisher, client, home, model
):
    edited = model.objects.get()

    edit(publisher, edited, PUBLISH, slug="full", **write.full_streams())

    html = client.get("/full/").content.decode()
    for stream in model.get_streamfield_names():
        for kind, _ in write.full_streams()[stream]:
            assert TEXTS[kind] in html


def test_every_block_of_an_article_can_be_published(publisher, client, news):
    body = write.full_streams()["body"]

    add(publisher, news, ArticlePage, PUBLISH, body=body)

    html = client.get("/news/verdict-due/").content.decode()
    for kind, _ in body:
        assert TEXTS[kind] in html


# What each block says.
TEXTS = {
    "heading": "The second round",
    "paragraph": "Judges <b>meet</b> in Lima.",
    "quote": "We want to be asked.",
    "image": "The square",
    "document": "Annual report",
    "table": "Puno",
    "video": "Play: Water",
    "call_to_action": "Become a member",
    "fact_box": "Regional presidents",
    "person": "Rosa Quispe",
    "aim": "To inform",
    "event": "Voting returns",
    "reason": "The news by post",
    "way": "£30 a year",
}


def test_an_article_may_be_a_draft_with_every_block_empty(editor, news):
    body = write.empty_streams()["body"]

    add(editor, news, title="Begun", body=body)

    draft = ArticlePage.objects.get()
    assert [block.block_type for block in draft.body] == [kind for kind, _ in body]


@pytest.mark.parametrize("model", STANDING, ids=lambda model: model.__name__)
def test_a_standing_page_may_have_a_draft_with_every_block_empty(editor, home, model):
    edited = model.objects.get()

    response = edit(editor, edited, **write.empty_streams())

    assert response.status_code == 302
    assert model.objects.get().has_unpublished_changes
