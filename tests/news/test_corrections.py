"""What was corrected, as readers see it: below the article, and on one page."""

from datetime import date

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from psgsite.models import OrganisationSettings
from tests import factories
from tests.factories import correction

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def corrected(news, *corrections, **fields):
    return factories.article(news, corrections=corrections or [correction()], **fields)


def read(client, address="/corrections/"):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def queries(client, address):
    client.get(address)  # what is looked up once for all readers
    cache.clear()
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_a_correction_stands_below_the_article_with_its_day(client, news):
    corrected(news)

    html = read(client, "/news/verdict-due/")

    assert '<h2 id="corrections">Correction</h2>' in html
    assert '<time datetime="2014-12-10">10 December 2014</time>' in html
    assert "<p>It was Puno, not Cusco.</p>" in html


def test_an_article_without_corrections_has_no_heading_for_them(client, news):
    factories.article(news)

    assert 'id="corrections"' not in read(client, "/news/verdict-due/")


@pytest.mark.parametrize("address", ["/news/verdict-due/", "/corrections/"])
def test_the_latest_correction_comes_first(client, news, address):
    corrected(
        news,
        correction("<p>Middle</p>", "2015-01-01"),
        correction("<p>Earliest</p>", "2014-12-31"),
        correction("<p>Latest</p>", "2015-01-02"),
    )

    html = read(client, address)

    assert html.index("Latest") < html.index("Middle") < html.index("Earliest")


def test_all_corrections_are_on_one_page_with_their_articles(client, news):
    corrected(news, correction(day="2014-12-10"), title="Puno votes")
    corrected(
        news, correction("<p>Ninety.</p>", "2014-12-12"), title="Older but corrected"
    )
    factories.article(news, title="Flawless")

    html = read(client)

    assert "<h1>Corrections</h1>" in html
    assert '<a href="/news/puno-votes/">Puno votes</a>' in html
    assert html.index("Older but corrected") < html.index("Puno votes")
    assert "<p>Ninety.</p>" in html
    assert "Flawless" not in html


def test_the_page_is_found_from_the_foot_of_every_page(client, home):
    assert '<a href="/corrections/">Corrections</a>' in read(client, "/")


def test_the_page_says_how_to_tell_us_of_a_mistake(client, home):
    assert "our address is at the foot of this page" in read(client)

    OrganisationSettings.objects.update(email="psg@example.org")

    html = read(client)
    assert "our address is at the foot" not in html
    assert html.count('href="mailto:psg@example.org') == 2  # here and at the foot


def test_the_page_without_corrections_says_so(client, news):
    factories.article(news)

    assert "Nothing has had to be corrected yet." in read(client)


def test_a_site_without_news_has_no_corrections(client, home):
    assert "Nothing has had to be corrected yet." in read(client)


def test_the_page_is_part_of_the_site(client, news, settings):
    settings.ALLOWED_HOSTS = ["*"]

    html = client.get("/corrections/?a=b", headers={"host": "evil.example"})

    html = html.content.decode()
    assert '<link rel="canonical" href="http://testserver/corrections/">' in html
    assert "evil.example" not in html
    assert 'aria-label="Breadcrumbs"' in html
    assert '<li><a href="/news/">News</a></li>' in html
    assert '<span aria-current="page">Corrections</span>' in html
    assert '<meta property="og:title" content="Corrections">' in html
    assert '<meta property="og:url" content="http://testserver/corrections/">' in html
    assert 'aria-label="Main"' in html


def test_corrections_go_on_over_several_pages(client, news):
    for number in range(11):
        corrected(news, title=f"Article {number:02}", slug=f"article-{number}")

    first, second = read(client), read(client, "/corrections/?page=2")

    assert "Article 10" in first
    assert "Article 00" not in first
    assert "Article 00" in second
    assert "Article 10" not in second
    assert 'href="http://testserver/corrections/?page=2"' in second
    assert "<title>Corrections, page 2 " in second
    assert client.get("/corrections/?page=3").status_code == 404


def test_the_page_is_only_for_reading(client, news):
    assert client.post("/corrections/").status_code == 405
    assert client.head("/corrections/").status_code == 200


def draft(article):
    article.unpublish()


def expired(article):
    article.unpublish(set_expired=True)


def private(article):
    factories.restrict(article)


def not_published_yet(article):
    article.corrections = []
    article.save()
    article.corrections = [("correction", {"date": date(2014, 12, 11), "text": HIDDEN})]
    article.save_revision()


HIDDEN = "<p>Witness A.</p>"


@pytest.mark.parametrize("hide", [draft, expired, private, not_published_yet])
def test_what_readers_may_not_see_is_not_among_the_corrections(client, news, hide):
    corrected(news, title="Shown")
    hidden = corrected(news, correction(HIDDEN), title="Hidden")
    assert HIDDEN in read(client)

    hide(hidden)

    html = read(client)
    assert "It was Puno" in html
    assert "Witness A" not in html
    assert "Hidden" not in html


def test_nor_is_anything_of_a_section_that_is_not_public(client, news):
    corrected(news)
    assert "It was Puno" in read(client)

    news.live = False
    news.save()
    assert "It was Puno" not in read(client)

    news.live = True
    news.save()
    factories.restrict(news)
    assert "It was Puno" not in read(client)


def test_hidden_articles_are_not_counted(client, news):
    for number in range(11):
        made = corrected(news, title=f"Article {number}")
    made.unpublish()

    assert "Page 1 of" not in read(client)


def test_the_page_costs_the_same_however_many_there_are(client, news):
    link = f'<p><a linktype="page" id="{news.pk}">News</a></p>'
    corrected(news, correction(link))
    few = queries(client, "/corrections/")
    for number in range(30):
        corrected(news, *[correction(link)] * 3, title=f"Article {number}")

    assert queries(client, "/corrections/") == few <= 8


def test_a_link_in_a_correction_costs_no_more_than_one_in_the_text(client, news):
    link = f'<p><a linktype="page" id="{news.pk}">News</a></p>'
    body = [{"type": "paragraph", "value": link}]
    factories.article(news, slug="plain", body=body)
    corrected(news, correction(link), correction(link), slug="mended", body=body)

    assert queries(client, "/news/mended/") == queries(client, "/news/plain/")
    assert read(client, "/news/mended/").count('<p><a href="/news/" ') == 3
