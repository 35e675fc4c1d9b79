"""A feed reader that has the feed already gets it again only if something changed."""

from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree

import pytest
from django.utils import timezone
from wagtail.models import PageLogEntry

from tests import factories
from tests.news.article_texts import paragraph
from tests.news.feed_rules import ATOM

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

both_feeds = pytest.mark.parametrize("address", ["/news/feed/", "/news/feed/atom/"])

LONG_AGO = datetime(2015, 1, 1, 12, tzinfo=timezone.get_default_timezone())


@pytest.fixture
def article(news):
    """One of two articles, published long ago."""
    factories.article(news, title="The other", date=date(2014, 11, 1))
    article = factories.article(news, body=[paragraph("<p>In Lima.</p>")])
    article.save_revision().publish()
    PageLogEntry.objects.update(timestamp=LONG_AGO)
    type(article).objects.update(last_published_at=LONG_AGO)
    article.refresh_from_db()
    return article


def by_tag(client, address, first):
    return client.get(address, headers={"if-none-match": first["ETag"]}).status_code


def by_date(client, address, first):
    since = {"if-modified-since": first["Last-Modified"]}
    return client.get(address, headers=since).status_code


def republished(article):
    article.body = [("paragraph", "<p>In Cusco.</p>")]
    article.save_revision().publish()


def unpublished(article):
    article.unpublish()


def withdrawn(article):
    article.withdraw("It was wrong.", user=None)


def made_private(article):
    factories.restrict(article)


def deleted(article):
    article.delete()


@both_feeds
def test_a_feed_reader_that_is_up_to_date_gets_no_copy(client, article, address):
    first = client.get(address)

    assert by_tag(client, address, first) == 304
    assert by_date(client, address, first) == 304
    assert parsedate_to_datetime(first["Last-Modified"]) == LONG_AGO


@both_feeds
@pytest.mark.parametrize(
    "change", [republished, unpublished, withdrawn, made_private, deleted]
)
def test_whatever_readers_would_notice_makes_the_feed_new(
    client, article, address, change
):
    first = client.get(address)

    change(article)

    assert by_tag(client, address, first) == 200
    assert by_date(client, address, first) == 200
    assert by_date(client, address, client.get(address)) == 304


def test_a_draft_does_not_make_the_feed_new(client, article):
    first = client.get("/news/feed/")

    article.title = "Not yet"
    article.save_revision(log_action=True)

    assert by_tag(client, "/news/feed/", first) == 304
    assert by_date(client, "/news/feed/", first) == 304


def test_a_planned_article_does_not_make_the_feed_new(client, news, article):
    first = client.get("/news/feed/")
    planned = factories.article(news, title="Tomorrow", live=False)

    planned.go_live_at = timezone.now() + timedelta(days=1)
    planned.save_revision().publish()

    assert by_tag(client, "/news/feed/", first) == 304
    assert by_date(client, "/news/feed/", first) == 304


def test_the_feed_says_when_it_last_changed(client, article):
    article.unpublish()

    rss = ElementTree.fromstring(client.get("/news/feed/").content)
    atom = ElementTree.fromstring(client.get("/news/feed/atom/").content)

    built = parsedate_to_datetime(rss.findtext("channel/lastBuildDate"))
    updated = datetime.fromisoformat(atom.findtext(f"{ATOM}updated"))
    assert timezone.now() - built < timedelta(minutes=1)
    assert timezone.now() - updated < timedelta(minutes=1)


def test_an_empty_feed_stays_the_same(client, news):
    news.save_revision().publish()
    first = client.get("/news/feed/")

    assert by_tag(client, "/news/feed/", first) == 304
    assert by_date(client, "/news/feed/", first) == 304


@both_feeds
def test_headers_can_be_asked_for_alone(client, article, address):
    response = client.head(address)

    assert response.status_code == 200
    assert response.content == b""
    assert client.post(address).status_code == 405
