"""What a newsletter says, as HTML and as plain text."""

import re

import pytest

from news.digest.composing import Composition
from psgsite.models import OrganisationSettings
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def organisation(month):
    organisation = OrganisationSettings.objects.first()
    site = factories.Site.objects.get()
    organisation = organisation or OrganisationSettings(site=site)
    organisation.email = "office@example.org"
    organisation.registered_number = "Registered charity 123456"
    organisation.save()
    return organisation


def test_both_parts_have_the_articles_of_the_month_newest_first(organisation, digest):
    composition = Composition(digest)

    for text in (composition.text(), composition.html()):
        newer, older = text.index("Dams"), text.index("Verdict in Puno")
        assert newer < older
        assert "31 October 2026" in text
        assert "Judges meet in Lima." in text
        assert "/news/verdict-in-puno/" in text
        assert "Mining &" in text
        assert "Registered charity 123456" in text
        assert "/newsletter/unsubscribe/" in text
        assert "September" not in text
        assert "November" not in text


def test_signs_of_html_stay_what_they_are(organisation, digest):
    digest.introduction = "Dear <friends>,\n\nmuch has happened."

    composition = Composition(digest)

    assert "Dams <and> “rights”" in composition.text()
    assert "Dear <friends>,\n\nmuch has happened." in composition.text()
    assert "Dams &lt;and&gt; “rights”" in composition.html()
    assert "<p>Dear &lt;friends&gt;,</p>\n\n<p>much has happened.</p>" in (
        composition.html()
    )


def test_what_no_reader_may_see_is_left_out(organisation, digest, month):
    month[0].unpublish()
    factories.restrict(month[1])

    assert not Composition(digest).articles


def test_an_alias_isn_t_a_second_article(organisation, digest, month):
    month[0].create_alias(update_slug="again")

    assert len(Composition(digest).articles) == 2


def test_nothing_is_fetched_and_nothing_counts_who_reads(organisation, digest):
    html = Composition(digest).html()

    assert not re.search(r"<(img|link|script|table|iframe|object)|url\(|@import", html)
    assert not re.search(r"href=\"[^\"]*\?", html)
    assert 'name="color-scheme" content="light dark"' in html


def test_the_number_of_queries_does_not_grow(
    organisation, digest, news, django_assert_max_num_queries
):
    Composition(digest).html()
    for n in range(10):
        factories.article(news, title=f"More {n}", date=digest.month)

    with django_assert_max_num_queries(8):
        composition = Composition(digest)
        composition.html()
        composition.text()

    assert len(composition.articles) == 12
