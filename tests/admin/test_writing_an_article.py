"""The form of an article: what it asks, in which order, and what it refuses."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from wagtail.test.utils import WagtailTestUtils

from news.models import ArticlePage
from tests import factories
from tests.admin.editing import PUBLISH, SUBMIT, add, add_url, edit, errors

pytestmark = pytest.mark.any_database

TODAY = timezone.localdate()
TOMORROW = TODAY + timedelta(days=1)
IN_THE_FUTURE = "This date is in the future."
NO_ALTERNATIVE_TEXT = "Say what the image shows, or mark it as decorative"


@pytest.fixture
def blank_form(editor, news):
    response = editor.get(add_url(news, ArticlePage))
    return WagtailTestUtils.get_soup(response.content.decode())


def test_an_editor_meets_title_date_summary_image_and_body_in_this_order(blank_form):
    sections = blank_form.select("#tab-content section")

    order = [section["id"].split("-")[3] for section in sections]
    assert order[:5] == ["title", "date", "summary", "image", "body"]


@pytest.mark.parametrize("field", ["title", "date", "summary", "image", "body"])
def test_each_of_them_is_explained_in_a_few_words(blank_form, field):
    group = f"{field}-child-{field}" if field == "image" else field

    explained = blank_form.select_one(f"#panel-child-content-child-{group}-helptext")

    assert len(explained.get_text().split()) >= 5


def test_a_new_article_is_dated_today(blank_form):
    assert blank_form.select_one("[name=date]")["value"] == TODAY.isoformat()


def test_the_address_is_filled_in_while_the_title_is_typed(blank_form):
    title = blank_form.select_one("[name=title]")

    assert title["data-w-sync-target-value"] == "#id_slug"


@pytest.mark.parametrize("action", [PUBLISH, SUBMIT])
def test_a_future_date_is_refused_when_others_are_to_see_it(publisher, news, action):
    response = add(publisher, news, ArticlePage, action, date=TOMORROW)

    assert IN_THE_FUTURE in errors(response)["date"][0]
    assert not ArticlePage.objects.exists()


def test_today_is_not_in_the_future(publisher, news):
    add(publisher, news, ArticlePage, PUBLISH, date=TODAY)

    assert ArticlePage.objects.get().live


def test_a_draft_may_have_a_future_date(editor, news):
    add(editor, news, date=TOMORROW)

    assert ArticlePage.objects.get().date == TOMORROW


def test_an_article_that_is_scheduled_may_have_the_date_of_that_day(publisher, news):
    go_live = f"{TOMORROW} 09:00"

    add(publisher, news, ArticlePage, PUBLISH, date=TOMORROW, go_live_at=go_live)
    later = add(
        publisher,
        news,
        ArticlePage,
        PUBLISH,
        slug="later",
        date=TOMORROW + timedelta(days=1),
        go_live_at=go_live,
    )

    assert ArticlePage.objects.get().date == TOMORROW
    assert IN_THE_FUTURE in errors(later)["date"][0]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "This field is required."),
        ("31/02/2015", "Enter a valid date."),
        ("1979-12-31", "Use a date from 1980 or later."),
    ],
)
def test_an_article_is_published_with_a_true_date_only(publisher, news, typed, said):
    response = add(publisher, news, ArticlePage, PUBLISH, date=typed)

    assert errors(response)["date"] == [said]
    assert not ArticlePage.objects.exists()


def test_a_draft_without_a_date_is_kept(editor, news):
    add(editor, news, title="Begun", date="")

    assert ArticlePage.objects.get().title == "Begun"


def test_a_draft_needs_no_more_than_a_title(editor, news):
    add(editor, news, title="Begun", date=TODAY, summary="")

    assert ArticlePage.objects.get().title == "Begun"


def test_an_image_is_not_published_without_alternative_text(publisher, news):
    image = factories.image(description="")

    response = add(publisher, news, ArticlePage, PUBLISH, image=image.pk)

    assert NO_ALTERNATIVE_TEXT in errors(response)["image_alt_text"][0]
    assert not ArticlePage.objects.exists()


def test_a_draft_may_lack_the_alternative_text(editor, news):
    image = factories.image(description="")

    add(editor, news, image=image.pk)

    assert ArticlePage.objects.get().image == image


@pytest.mark.parametrize(
    ("description", "given", "read_out"),
    [
        ("", {"image_alt_text": "Judges"}, "Judges"),
        ("A square", {}, "A square"),
        ("A square", {"image_alt_text": "Judges"}, "Judges"),
        ("A square", {"image_is_decorative": "on"}, ""),
    ],
)
def test_an_image_has_alternative_text_from_one_of_three_places(
    publisher, client, news, description, given, read_out
):
    image = factories.image(description=description)

    add(publisher, news, ArticlePage, PUBLISH, image=image.pk, **given)

    html = client.get("/news/verdict-due/").content.decode()
    shown = WagtailTestUtils.get_soup(html).select_one("article figure img")
    assert shown["alt"] == read_out


def test_publishing_again_keeps_the_date_of_the_article(publisher, news):
    article = factories.article(news, date=date(2014, 6, 28))

    edit(publisher, article, PUBLISH, date="2014-06-28", summary="Corrected.")

    assert ArticlePage.objects.get().date == date(2014, 6, 28)
