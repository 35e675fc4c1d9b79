"""manage.py import_articles: what it adds, what it leaves alone and what it reports."""

from datetime import date, datetime
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from news.imports.articles import AT_A_TIME
from news.imports.publishing import publish_together
from news.models import ArticlePage, Region, Topic
from tests import factories

pytestmark = pytest.mark.django_db


def slugs():
    return list(ArticlePage.objects.order_by("path").values_list("slug", flat=True))


def test_an_article_is_published_on_its_day_with_all_that_the_file_says(
    import_articles,
):
    Region.objects.create(name="Áncash")
    Topic.objects.create(name="Mining")

    import_articles(
        {"byline": "PSG", "topics": ["mining", "Water"], "regions": ["ancash"]}
    )

    article = ArticlePage.objects.get()
    day = datetime(2014, 12, 8, tzinfo=ZoneInfo("Europe/London"))
    assert article.live
    assert not article.has_unpublished_changes
    assert (article.date, article.summary, article.byline) == (
        date(2014, 12, 8),
        "Judges meet.",
        "PSG",
    )
    assert (article.first_published_at, article.last_published_at) == (day, day)
    assert article.body[0].value.source.endswith(">In Lima.</p>")
    assert [topic.name for topic in article.topics.all()] == ["Mining", "Water"]
    assert [region.name for region in article.regions.all()] == ["Áncash"]


def test_an_article_is_read_at_its_address_and_listed(import_articles, client):
    body = "<h2>One</h2><p>Two</p><blockquote>Three</blockquote><img alt=Four>"
    import_articles({"title": "Elección en Áncash", "body": body})

    html = client.get("/news/eleccion-en-ancash/").content.decode()

    assert all(word in html for word in ("One", "Two", "Three", "Four"))
    assert "Elección en Áncash" in client.get("/news/2014/12/").content.decode()


def test_an_editor_can_return_to_the_imported_text(import_articles, client):
    import_articles({"body": "<p>In Lima.</p><img alt='A farmer'>"})
    article = ArticlePage.objects.get()
    client.force_login(factories.administrator())
    article.body = []
    article.save_revision(log_action=True).publish()

    history = client.get(f"/admin/pages/{article.pk}/history/").content.decode()
    imported = article.revisions.order_by("pk").first()
    address = f"/admin/pages/{article.pk}/revisions/{imported.pk}/revert/"

    assert address in history
    assert "In Lima." in client.get(address).content.decode()


def test_what_is_there_already_is_left_alone(import_articles):
    articles = [
        {"title": "Same"},
        {"title": "Same"},
        {"title": "Same", "slug": "given"},
        {"title": "Same", "date": "2014-12-09"},
    ]
    import_articles(*articles)
    assert slugs() == ["same", "same-2", "given", "same-3"]
    ArticlePage.objects.filter(slug="given").update(title="Corrected", summary="New.")

    said = import_articles(*articles)

    assert "0 imported, 4 there already, 0 bad" in said
    assert slugs() == ["same", "same-2", "given", "same-3"]
    assert ArticlePage.objects.get(slug="given").summary == "New."


@pytest.mark.parametrize(
    "lines", [[{"slug": "given"}, {}], [{}, {}], [{}, {"slug": "given"}, {}]]
)
def test_an_article_there_stands_for_one_line_only(import_articles, lines):
    import_articles({"slug": "given"})

    assert "1 imported" in import_articles(*lines)


def test_an_article_of_an_editor_counts_as_there(import_articles, news):
    factories.article(news, title="Verdict due", date=date(2014, 12, 8), live=False)

    assert "0 imported, 1 there already" in import_articles({})


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("2014", "news-2014"),
        ("Feed", "news-feed"),
        ("¿…?", "news"),
        ("a" * 255, "a" * 255),
    ],
)
def test_a_slug_made_from_a_title_keeps_clear_of_the_archive(
    import_articles, client, title, slug
):
    import_articles({"title": title})

    assert slugs() == [slug]
    assert client.get(f"/news/{slug}/").status_code == 200


def test_a_made_slug_gives_way_to_one_that_the_file_gives_below(import_articles):
    long = {"title": "a" * 255}
    import_articles({"title": "Puno"}, long, long, {"slug": "puno"})

    assert slugs() == ["puno-2", "a" * 255, f"{'a' * 253}-2", "puno"]


def test_an_old_address_leads_to_the_article_for_good(import_articles, client):
    import_articles({"legacy_url": "http://old.example.org/news.php?id=12"})

    response = client.get("/news.php?id=12")

    assert (response.status_code, response["Location"]) == (301, "/news/verdict-due/")
    assert Redirect.objects.get().site is None
    said = import_articles({"legacy_url": "/news.php?id=12"})
    assert "0 imported, 1 there already" in said


def test_the_good_lines_can_be_imported_without_the_bad(import_articles):
    said = import_articles(
        {"date": "soon", "topics": ["Bad"]},
        {"topics": ["Good"]},
        {"title": "Home", "legacy_url": "/", "topics": ["Dropped"]},
        skip_bad=True,
    )

    assert slugs() == ["verdict-due"]
    assert [topic.name for topic in Topic.objects.all()] == ["Good"]
    assert "line 1: date 'soon' is not a date (want YYYY-MM-DD); left out" in said
    assert "1 imported, 0 there already, 2 bad" in said
    assert "New topics: Good\n" in said


def test_a_dry_run_says_the_same_and_writes_nothing(import_articles):
    article = {
        "topics": ["Water"],
        "legacy_url": "/x",
        "body": "<img alt='A farmer'><script></script>",
    }

    said = import_articles(article, dry_run=True)

    assert not ArticlePage.objects.exists()
    assert not Topic.objects.exists()
    assert said == f"{import_articles(article)}Nothing was written (--dry-run).\n"


def test_a_failure_on_the_way_leaves_nothing_behind(import_articles, monkeypatch):
    def fail_late(section, articles):
        if len(articles) < AT_A_TIME:
            raise ZeroDivisionError
        publish_together(section, articles)

    monkeypatch.setattr("news.imports.articles.publish_together", fail_late)
    articles = [{"title": f"A {n}", "topics": ["Water"]} for n in range(AT_A_TIME + 1)]

    with pytest.raises(ZeroDivisionError):
        import_articles(*articles)

    assert not ArticlePage.objects.exists()
    assert not Topic.objects.exists()
    assert Page.find_problems() == ([], [], [], [], [])


def test_no_more_is_kept_in_memory_for_many_articles(import_articles, settings):
    settings.DEBUG = True  # in which Django keeps every query
    articles = [{"title": f"Article {n}"} for n in range(AT_A_TIME)]

    import_articles(*articles)

    assert len(connection.queries) < AT_A_TIME


class Terminal(StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(
    ("stream", "verbosity", "shown"),
    [(Terminal(), 1, True), (Terminal(), 0, False), (StringIO(), 1, False)],
)
def test_the_progress_is_shown_on_a_terminal(
    import_articles, monkeypatch, stream, verbosity, shown
):
    monkeypatch.setattr("sys.stderr", stream)

    import_articles({}, verbosity=verbosity)

    assert ("Imported: 100%" in stream.getvalue()) == shown
