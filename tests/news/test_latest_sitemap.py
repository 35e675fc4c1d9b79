"""The sitemap of the last two days' articles, for search engines' news."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import factories
from tests.news.reading_sitemaps import NEWS, SITEMAP, read

pytestmark = pytest.mark.django_db


def test_news_of_two_days_is_in_a_sitemap_of_its_own(client, news):
    today = timezone.localdate()
    for days in (0, 2, 3):
        factories.article(news, date=today - timedelta(days=days), title=f"{days} days")
    factories.article(news, date=today, title="Draft", live=False)

    found = {
        entry.findtext(f".//{NEWS}title"): entry.findtext(f".//{NEWS}publication_date")
        for entry in read(client, "/sitemap-latest.xml")
        if entry.find(f"{NEWS}news")
    }

    assert found == {
        "0 days": today.isoformat(),
        "2 days": (today - timedelta(days=2)).isoformat(),
    }


def test_the_news_sitemap_says_who_publishes_it_and_in_what_language(client, news):
    factories.article(news, date=timezone.localdate(), title="Lima & <Puno>\x0b")

    _, entry = read(client, "/sitemap-latest.xml")

    assert entry.findtext(f".//{NEWS}name") == "Peru Support Group"
    assert entry.findtext(f".//{NEWS}language") == "en"
    assert entry.findtext(f".//{NEWS}title") == "Lima & <Puno>"


def test_without_recent_news_its_sitemap_is_valid_and_has_only_the_section(
    client, news
):
    factories.article(news)

    [entry] = read(client, "/sitemap-latest.xml")

    assert entry.findtext(f"{SITEMAP}loc") == "http://testserver/news/"
    assert entry.find(f"{NEWS}news") is None
