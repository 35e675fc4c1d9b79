"""A draft, a scheduled, an expired or a private article appears nowhere for readers."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from about.models import HumanRightsPage
from news.models import Region, Topic
from tests import factories

pytestmark = pytest.mark.django_db

HIDDEN = "Witness list"
SHOWN = "Verdict due"

PLACES = [
    "/",
    "/news/",
    "/news/2014/",
    "/news/2014/12/",
    "/news/topics/mining/",
    "/news/regions/puno/",
    "/news/?topic=mining&region=puno",
    "/news/feed/",
    "/news/feed/atom/",
    "/news/verdict-due/",
    "/human-rights/",
    "/search/?query=judges",
    "/sitemap-articles.xml",
    "/llms.txt",
]


def draft(article):
    article.unpublish()


def scheduled(article):
    article.go_live_at = timezone.now() + timedelta(days=1)
    article.save_revision().publish()


def expired(article):
    article.unpublish(set_expired=True)


def withdrawn(article):
    article.withdraw("The dates in it were wrong.", user=None)


def private(article):
    factories.restrict(article)


@pytest.fixture
def subjects(home):
    mining = Topic.objects.create(name="Mining")
    page = factories.page(home, HumanRightsPage, slug="human-rights")
    page.topics.add(mining)
    page.save()
    return {"topics": [mining], "regions": [Region.objects.create(name="Puno")]}


@pytest.mark.parametrize("hide", [draft, scheduled, expired, withdrawn, private])
def test_a_hidden_article_appears_nowhere(client, news, subjects, hide):
    factories.article(news, title=SHOWN, date=date(2014, 12, 8), **subjects)
    hidden = factories.article(
        news, title=HIDDEN, date=date(2014, 12, 9), live=hide != scheduled, **subjects
    )
    hide(hidden)

    for place in PLACES:
        html = client.get(place).content.decode()
        assert "erdict" in html, f"{place} should show the other article"
        assert HIDDEN not in html, f"{place} shows the title"
        assert "witness-list" not in html, f"{place} shows the address"


@pytest.mark.parametrize("hide", [draft, scheduled, expired, withdrawn, private])
def test_a_hidden_article_is_not_counted(client, news, subjects, hide):
    factories.article(news, title=SHOWN, date=date(2014, 12, 8), **subjects)
    hidden = factories.article(
        news, title=HIDDEN, date=date(2014, 12, 9), live=hide != scheduled, **subjects
    )
    hide(hidden)

    context = client.get("/news/").context
    found = client.get("/search/?query=judges").context["results"]

    assert context["articles"].paginator.count == 1
    assert context["years"][0]["count"] == 1
    assert [subject["count"] for subject in context["topics"]] == [1]
    assert found.paginator.count == 1


@pytest.mark.parametrize(
    ("hide", "status"),
    [(draft, 404), (scheduled, 404), (expired, 404), (withdrawn, 410), (private, 302)],
)
def test_a_hidden_article_cannot_be_read(client, news, hide, status):
    article = factories.article(news, live=hide != scheduled)
    hide(article)

    response = client.get("/news/verdict-due/")

    assert response.status_code == status
    if status == 302:
        assert response["Location"].startswith("/admin/login/?next=/news/verdict-due/")


def test_a_private_article_is_read_by_someone_who_signs_in(client, news):
    factories.restrict(factories.article(news))
    client.force_login(factories.user())

    response = client.get("/news/verdict-due/")

    assert "Judges meet in Lima." in response.content.decode()
    assert "no-store" in response["Cache-Control"]


def test_what_is_below_a_private_section_is_private_too(client, home, news):
    factories.article(news, title=HIDDEN)
    factories.restrict(news)

    for place in ["/", "/search/?query=judges", "/sitemap.xml", "/nothing-here/"]:
        assert HIDDEN not in client.get(place).content.decode()
    assert client.get("/news/witness-list/").status_code == 302
    assert client.get("/news/").status_code == 302


def test_the_menu_leaves_out_what_readers_may_not_see(client, home, news):
    open_page = factories.page(home, HumanRightsPage, title="Human rights")
    assert "/human-rights/" in client.get("/").content.decode()

    factories.restrict(open_page)

    html = client.get("/").content.decode()
    assert "/human-rights/" not in html
    assert 'href="/news/"' in html


def test_readers_see_the_published_text_while_a_draft_is_newer(client, news):
    article = factories.article(news, title=SHOWN)
    article.title = HIDDEN
    article.summary = HIDDEN
    article.save_revision()

    for place in ["/", "/news/", "/news/verdict-due/", "/search/?query=judges"]:
        html = client.get(place).content.decode()
        assert SHOWN in html
        assert HIDDEN not in html
