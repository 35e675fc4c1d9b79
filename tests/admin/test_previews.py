"""Previews of every page type: in the panel and in a tab, empty and full, never saved."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from about.models import AboutPage, AimsPage, HistoryPage, HumanRightsPage, JoinPage
from home.models import HomePage
from news.models import ArticlePage, NewsIndexPage, Topic
from tests import factories
from tests.admin.block_forms import empty_streams, full_streams
from tests.admin.editing import edit, form, was_refused

pytestmark = pytest.mark.any_database

SECTIONS = [NewsIndexPage, AboutPage, AimsPage, HistoryPage, HumanRightsPage, JoinPage]
TYPES = [HomePage, *SECTIONS, ArticlePage]
EMPTY = {"title": "", "slug": "", "date": "", "summary": ""}

every_type = pytest.mark.parametrize("model", TYPES, ids=lambda model: model.__name__)


def new(model):
    """The address that previews a page of ``model`` which was never saved."""
    model.objects.all().delete()
    allowed = model.allowed_parent_page_models()[0]
    parent = Page.objects.exact_type(allowed).get()
    names = [model._meta.app_label, model._meta.model_name]
    return reverse("wagtailadmin_pages:preview_on_add", args=[*names, parent.pk])


def saved(model, news):
    """The address that previews changes to a page of ``model``."""
    edited = factories.article(news) if model is ArticlePage else model.objects.get()
    return reverse("wagtailadmin_pages:preview_on_edit", args=[edited.pk])


def preview(client, address, model, *, panel=True, **fields):
    """Post what was typed and get what is then shown, in each mode that the type has."""
    posted = client.post(address, form(model, **fields))
    assert posted.json() == {"is_valid": True, "is_available": True}
    in_panel = {"in_preview_panel": "true"} if panel else {}
    return [
        client.get(address, {"mode": mode} | in_panel)
        for mode, _ in model().preview_modes
    ]


@every_type
def test_a_new_page_can_be_previewed_before_anything_is_filled_in(editor, model):
    for shown in preview(editor, new(model), model, **EMPTY):
        assert shown.status_code == 200
        assert "Placeholder title" in shown.content.decode()


@every_type
def test_a_new_page_can_be_previewed_with_every_block_empty(editor, news, model):
    factories.article(news)  # so that the years of the timeline have news

    for shown in preview(editor, new(model), model, **empty_streams(), title="Begun"):
        assert "Begun</" in shown.content.decode()


@every_type
def test_a_new_page_can_be_previewed_with_every_block_filled(editor, model):
    for shown in preview(editor, new(model), model, **full_streams(), title="Done"):
        assert "Done</" in shown.content.decode()


@every_type
def test_changes_can_be_previewed_in_the_panel_and_in_a_tab(editor, news, model):
    address = saved(model, news)

    for panel in (True, False):
        for shown in preview(editor, address, model, panel=panel, title="Changed"):
            assert "Changed</" in shown.content.decode()


@every_type
def test_nobody_keeps_or_indexes_a_preview(editor, news, model):
    for shown in preview(editor, saved(model, news), model):
        assert '<meta name="robots" content="noindex">' in shown.content.decode()
        assert "no-store" in shown.headers["Cache-Control"]
        assert "private" in shown.headers["Cache-Control"]
        assert shown.headers["X-Frame-Options"] == "SAMEORIGIN"


def test_nobody_keeps_or_indexes_a_draft(editor, news):
    article = factories.article(news)
    edit(editor, article, title="Changed")
    revision = article.revisions.get()
    addresses = [
        reverse("wagtailadmin_pages:view_draft", args=[article.pk]),
        reverse("wagtailadmin_pages:revisions_view", args=[article.pk, revision.pk]),
    ]

    for shown in map(editor.get, addresses):
        assert "Changed</h1>" in shown.content.decode()
        assert '<meta name="robots" content="noindex">' in shown.content.decode()
        assert "no-store" in shown.headers["Cache-Control"]


def test_links_leave_the_panel_and_stay_in_the_tab(editor, news):
    address = saved(NewsIndexPage, news)

    panel, *_ = preview(editor, address, NewsIndexPage, panel=True)
    tab, *_ = preview(editor, address, NewsIndexPage, panel=False)

    assert '<base target="_blank">' in panel.content.decode()
    assert "<base" not in tab.content.decode()


def test_the_preview_of_an_article_shows_all_that_was_chosen(editor, news):
    topic = Topic.objects.create(name="Rivers")
    chosen = {
        "image": factories.image().pk,
        "image_alt_text": "A full river",
        "image_caption": "After the rain",
        "byline": "Rosa Quispe",
        "topics": [topic.pk],
    }

    shown, *_ = preview(editor, saved(ArticlePage, news), ArticlePage, **chosen)

    for words in ("A full river", "After the rain", "By Rosa Quispe", "Rivers"):
        assert words in shown.content.decode()


def test_the_preview_of_the_news_lists_published_articles_only(editor, news):
    factories.article(news, title="Published")
    factories.article(news, title="Draft", slug="draft", live=False)

    shown, *_ = preview(editor, saved(NewsIndexPage, news), NewsIndexPage, title="Soon")

    html = shown.content.decode()
    assert "Soon</h1>" in html
    assert "Published" in html
    assert "Draft" not in html


def test_the_preview_of_human_rights_shows_articles_on_the_topics_chosen(editor, news):
    topic = Topic.objects.create(name="Rivers")
    factories.article(news, title="A river rises", topics=[topic])
    address = saved(HumanRightsPage, news)

    chosen, *_ = preview(editor, address, HumanRightsPage, topics=[topic.pk])
    without, *_ = preview(editor, address, HumanRightsPage)

    assert "A river rises" in chosen.content.decode()
    assert "A river rises" not in without.content.decode()


def test_what_is_wrong_is_kept_out_of_the_preview(editor, news):
    address = saved(ArticlePage, news)
    preview(editor, address, ArticlePage, title="Right")

    posted = editor.post(address, form(ArticlePage, title="Wrong", date="31/02/2015"))

    assert posted.json() == {"is_valid": False, "is_available": True}
    assert "Right</h1>" in editor.get(address).content.decode()


def test_the_form_of_every_page_opens_with_its_preview_panel(editor, news):
    factories.article(news)

    for edited in Page.objects.filter(depth__gt=1):
        html = editor.get(
            reverse("wagtailadmin_pages:edit", args=[edited.pk])
        ).content.decode()
        assert reverse("wagtailadmin_pages:preview_on_edit", args=[edited.pk]) in html


def test_people_without_pages_see_no_preview_and_no_draft(secretary, editor, news):
    article = factories.article(news)
    edit(editor, article, title="Secret")
    address = reverse("wagtailadmin_pages:view_draft", args=[article.pk])

    refused = secretary.get(address)
    preview_refused = secretary.post(saved(NewsIndexPage, news), {})

    assert "Secret" in editor.get(address).content.decode()
    assert was_refused(refused)
    assert was_refused(preview_refused)
