"""Standing pages that nobody looked at for a year, and saying that one is still right."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from home.dashboard.health import REVIEWED
from tests import factories
from tests.admin.editing import edit_url, messages, was_refused

UNREVIEWED = "unreviewed_pages"


def titles(client, name, **options):
    shown = client.get(reverse(name), options)
    return [row.title for row in shown.context["object_list"]]


def old(page, days=400):
    when = timezone.now() - timedelta(days=days)
    Page.objects.filter(pk=page.pk).update(last_published_at=when)
    return page


def test_a_standing_page_is_looked_at_once_a_year(editor, home, news):
    about, aims, *_ = home.get_children().exclude(pk=news.pk)
    old(about)
    old(aims, days=360)
    old(factories.article(news))

    assert titles(editor, UNREVIEWED) == [about.title]
    home_html = editor.get(reverse("wagtailadmin_home")).content.decode()
    assert "1 standing page not looked at for a year" in home_html


def test_who_has_looked_at_it_says_so_with_a_button(editor, publisher, home, news):
    about = old(home.get_children().exclude(pk=news.pk).first())
    address = reverse("page_reviewed", args=[about.pk])
    assert address in editor.get(reverse(UNREVIEWED)).content.decode()
    assert address in editor.get(edit_url(about)).content.decode()
    assert about.full_url in editor.get(address).content.decode()
    assert titles(editor, UNREVIEWED) == [about.title]  # looking alone changes nothing

    response = editor.post(address)

    assert f"Noted that “{about.title}” was reviewed today." in messages(response)
    assert titles(publisher, UNREVIEWED) == []
    history = reverse("wagtailadmin_pages:history", args=[about.pk])
    assert "Reviewed, and still right" in publisher.get(history).content.decode()


def test_a_review_a_year_ago_is_too_long_ago(editor, home, news):
    about = old(home.get_children().exclude(pk=news.pk).first())
    editor.post(reverse("page_reviewed", args=[about.pk]))
    assert titles(editor, UNREVIEWED) == []

    past = timezone.now() - timedelta(days=366)
    reviews = PageLogEntry.objects.filter(page=about, action=REVIEWED)
    assert reviews.update(timestamp=past) == 1

    assert titles(editor, UNREVIEWED) == [about.title]


def test_news_is_of_its_day_and_needs_no_review(editor, news):
    article = factories.article(news)
    address = reverse("page_reviewed", args=[article.pk])

    assert editor.post(address).status_code == 404
    assert address not in editor.get(edit_url(article)).content.decode()


def test_who_may_not_edit_a_page_does_not_review_it(secretary, editor, home, news):
    about = old(home.get_children().exclude(pk=news.pk).first())

    assert was_refused(secretary.post(reverse("page_reviewed", args=[about.pk])))

    assert titles(editor, UNREVIEWED) == [about.title]
