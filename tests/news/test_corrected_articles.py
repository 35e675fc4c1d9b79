"""What follows from a correction: the day that is kept, the feed and the search."""

from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from tests import factories
from tests.factories import correction

pytestmark = pytest.mark.django_db


def corrected(news, *corrections):
    return factories.article(news, corrections=corrections)


def test_the_day_of_the_last_correction_is_kept(news):
    article = corrected(news, correction(day="2015-01-02"), correction())
    assert article.corrected_on == date(2015, 1, 2)

    article.corrections = []
    article.save()

    article.refresh_from_db()
    assert article.corrected_on is None


def test_a_draft_changes_the_day_only_when_it_is_published(news):
    article = corrected(news, correction())
    values = {"date": date(2015, 2, 3), "text": "<p>No.</p>"}
    article.corrections = [("correction", values)]
    revision = article.save_revision()
    stored = type(article).objects.get(pk=article.pk)
    assert stored.corrected_on == date(2014, 12, 10)

    revision.publish()

    stored.refresh_from_db()
    assert stored.corrected_on == date(2015, 2, 3)


def test_going_back_to_a_version_without_corrections_takes_the_day_back(news):
    article = factories.article(news)
    before = article.save_revision()
    article.corrections = [
        ("correction", {"date": date(2014, 12, 9), "text": "<p>No.</p>"})
    ]
    article.save_revision().publish()

    before.publish()

    article.refresh_from_db()
    assert article.corrected_on is None


def test_a_correction_makes_the_feeds_entry_newer(client, news):
    article = factories.article(news)
    article.save_revision().publish()
    type(article).objects.update(last_published_at=timezone.now() - timedelta(days=9))

    def updated():
        feed = ElementTree.fromstring(client.get("/news/feed/atom/").content)
        return feed.findtext(".//{*}entry/{*}updated")

    before = updated()
    article.refresh_from_db()
    article.corrections = [
        ("correction", {"date": date(2014, 12, 9), "text": "<p>No.</p>"})
    ]
    article.save_revision().publish()

    assert updated() > before


def test_an_article_is_found_by_its_corrections(client, news):
    corrected(news, correction("<p>It was a guanaco.</p>"))
    factories.article(news, title="Another")

    html = client.get("/search/?query=guanaco").content.decode()

    assert "Verdict due" in html
    assert "Another" not in html
