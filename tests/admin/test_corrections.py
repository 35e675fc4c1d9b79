"""Correcting an article: where its form asks for it, and what it refuses."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from news.models import ArticlePage
from tests import factories
from tests.admin.block_forms import correction
from tests.admin.editing import PUBLISH, edit, edit_url, stream_errors

pytestmark = pytest.mark.any_database

TODAY = timezone.localdate()
BEFORE_THE_ARTICLE = (
    "This is before the article’s own date, 8 December 2014. "
    "Give the day on which it was corrected."
)
IN_THE_FUTURE = "This date is in the future. Give the day on which it was corrected."


@pytest.fixture
def article(news):
    return factories.article(news)


def draft():
    return ArticlePage.objects.get().get_latest_revision_as_object()


def test_the_form_explains_corrections_and_begins_with_today(editor, article):
    html = editor.get(edit_url(article)).content.decode()

    assert "shown below its text and on the page of all corrections." in html
    assert "mend the article itself as well." in html
    assert f"&quot;date&quot;: &quot;{TODAY}&quot;" in html


def test_a_published_correction_is_read(publisher, client, article):
    edit(publisher, article, PUBLISH, corrections=[correction()])

    assert ">It was Puno.</p>" in client.get("/corrections/").content.decode()
    assert ArticlePage.objects.get().corrected_on == date(2014, 12, 10)


def test_a_correction_in_a_draft_is_not(editor, client, article):
    edit(editor, article, corrections=[correction()])

    assert "It was Puno." not in client.get("/corrections/").content.decode()
    assert ArticlePage.objects.get().corrected_on is None
    assert len(draft().corrections) == 1


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (TODAY + timedelta(days=1), IN_THE_FUTURE),
        (date(2014, 12, 7), BEFORE_THE_ARTICLE),
        ("", "This field is required."),
    ],
)
def test_a_correction_is_published_with_a_true_date_only(publisher, article, day, said):
    wrong, right = correction(str(day)), correction(str(TODAY))

    response = edit(publisher, article, PUBLISH, corrections=[right, wrong])

    assert stream_errors(response, "corrections") == {"1.date": said}
    assert not ArticlePage.objects.get().corrections


@pytest.mark.parametrize("day", [TODAY, date(2014, 12, 8)])
def test_today_and_the_articles_own_day_are_true_dates(publisher, article, day):
    edit(publisher, article, PUBLISH, corrections=[correction(str(day))])

    assert ArticlePage.objects.get().corrected_on == day


def test_a_draft_may_have_any_date(editor, article):
    edit(editor, article, corrections=[correction("2014-01-01"), correction("")])

    assert len(draft().corrections) == 2


def test_a_correction_needs_words(publisher, article):
    response = edit(publisher, article, PUBLISH, corrections=[correction(html="")])

    assert stream_errors(response, "corrections") == {
        "0.text": "This field is required."
    }


def test_an_article_that_is_scheduled_may_be_corrected_on_that_day(publisher, article):
    go_live, day = TODAY + timedelta(days=2), str(TODAY + timedelta(days=1))

    edit(
        publisher,
        article,
        PUBLISH,
        corrections=[correction(day)],
        go_live_at=f"{go_live} 09:00",
    )

    assert len(draft().corrections) == 1


def test_publishing_many_at_once_refuses_a_wrong_date_too(publisher, article):
    address = f"/admin/bulk/wagtailcore/page/publish/?id={article.pk}&next=/admin/"

    for day, is_published in [(date(2014, 1, 1), False), (TODAY, True)]:
        values = {"date": day, "text": "<p>No.</p>"}
        article.corrections = [("correction", values)]
        article.save_revision()
        publisher.post(address)
        assert bool(ArticlePage.objects.get().corrections) == is_published
