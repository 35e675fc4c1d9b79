"""The timeline of the history page: its events, their news, and where to read more."""

from datetime import date

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from about.models import AboutPage, HistoryPage
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

NEWS_OF_2014 = '<a href="/news/2014/">News from 2014</a>'


def event(year, end_year=None, **fields):
    fields = {"heading": f"In {year}", "text": "<p>It happened.</p>"} | fields
    return {"type": "event", "value": {"year": year, "end_year": end_year} | fields}


@pytest.fixture
def history(home):
    """Make a history page of these events and return its HTML."""

    def make(client, *events):
        page = factories.page(home, HistoryPage, slug="history", timeline=events)
        return client.get(page.get_url()).content.decode()

    return make


def cost(client):
    client.get("/history/")  # what is looked up once for all readers
    cache.clear()
    with CaptureQueriesContext(connection) as queries:
        assert client.get("/history/").status_code == 200
    return len(queries)


def test_an_event_that_lasted_is_drawn_as_a_span(client, history):
    html = history(client, event(1919, 1930), event(1932))

    assert html.count('<li class="event ') == 2
    assert html.count("event--span") == 1
    assert "1919–1930</p>" in html


@pytest.mark.parametrize("years", [(2014, None), (2010, 2014), (2014, 2020)])
def test_an_event_leads_to_the_news_of_its_years(client, news, history, years):
    factories.articles(news, 3)

    html = history(client, event(*years))

    assert NEWS_OF_2014 in html
    assert "3 articles</span>" in html
    assert html.count("News from") == 1


def test_an_event_leads_to_each_of_its_years_that_has_news(client, news, history):
    for year in (2012, 2014):
        factories.article(news, date=date(year, 1, 1), title=f"In {year}")

    html = history(client, event(2011, 2015))

    assert html.index("News from 2012") < html.index("News from 2014")
    assert html.count("1 article</span>") == 2
    assert "News from 2013" not in html


@pytest.mark.parametrize("years", [(2013, None), (2015, None), (1980, 2000)])
def test_an_event_of_other_years_leads_to_no_news(client, news, history, years):
    factories.article(news)

    assert "News from" not in history(client, event(*years))


@pytest.mark.parametrize("years", [(None, None), (None, 2014)])
def test_an_event_without_a_year_is_shown_and_leads_to_no_news(
    client, news, history, years
):
    factories.article(news)

    html = history(client, event(*years, heading="Some time"), event(2014))

    assert "<h3>Some time</h3>" in html
    assert "None" not in html
    assert html.count("News from 2014") == 1


def test_news_that_readers_may_not_see_is_not_linked_or_counted(client, news, history):
    factories.article(news, title="Shown")
    factories.article(news, title="Draft", live=False)
    factories.restrict(factories.article(news, title="Private"))
    factories.article(news, title="Early", date=date(2012, 1, 1), live=False)

    html = history(client, event(2012), event(2014))

    assert "1 article</span>" in html
    assert "News from 2012" not in html


def test_a_private_news_section_is_not_linked(client, news, history):
    factories.article(news)
    assert NEWS_OF_2014 in history(client, event(2014))

    factories.restrict(news)

    assert "News from" not in client.get("/history/").content.decode()


def test_an_event_leads_to_the_page_that_its_editor_chose(client, news, history):
    article = factories.article(news, title="What was at stake")

    html = history(client, event(1990, page=article.pk))

    assert 'Read more: <a href="/news/what-was-at-stake/">What was at stake</a>' in html


def unpublish(page):
    page.unpublish()


def delete(page):
    page.delete()


@pytest.mark.parametrize("hide", [unpublish, factories.restrict, delete])
def test_a_page_that_readers_may_not_see_is_not_linked(client, news, history, hide):
    article = factories.article(news, title="What was at stake")
    assert "Read more" in history(client, event(1990, page=article.pk))

    hide(article)

    html = client.get("/history/").content.decode()
    assert "In 1990" in html
    assert "Read more" not in html
    assert "stake" not in html


def test_a_page_below_a_private_one_is_not_linked(client, news, history):
    article = factories.article(news, title="What was at stake")
    assert "Read more" in history(client, event(1990, page=article.pk))

    factories.restrict(news)

    assert "Read more" not in client.get("/history/").content.decode()


def test_a_copy_that_follows_a_private_page_is_not_linked(client, home, history):
    about = factories.page(home, AboutPage, title="Secret", slug="secret")
    alias = about.create_alias(update_slug="alias", parent=home)
    assert "Read more" in history(client, event(1990, page=alias.pk))

    factories.restrict(about)

    assert "Read more" not in client.get("/history/").content.decode()


def test_the_page_costs_the_same_however_many_events_it_has(
    client, home, news, history
):
    image = {"image": factories.image().pk, "alt_text": "A queue", "decorative": False}
    pages = factories.articles(news, 12)
    events = [
        event(
            2003 + n,
            2030,
            page=page.pk,
            image=image,
            text=f'<p>See <a linktype="page" id="{page.pk}">it</a>.</p>',
        )
        for n, page in enumerate(pages)
    ]
    history(client, events[0])
    one = cost(client)

    page = HistoryPage.objects.get()
    page.timeline = events
    page.save()

    assert cost(client) == one <= 10
