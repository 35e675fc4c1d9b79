"""What a page in the making looks like elsewhere: in lists, on the home page, where shared."""

import re
from datetime import date
from xml.etree import ElementTree

import pytest
from django.urls import reverse
from wagtail.models import Site, get_page_models

from about.models import AboutPage, JoinPage
from news.models import ArticlePage, Topic
from psgsite.pages import BasePage
from tests import factories
from tests.admin.editing import add_url, form

pytestmark = pytest.mark.any_database


@pytest.fixture
def look(editor):
    """Preview a change to a page, or a new page below ``parent``, in one mode."""

    def look(mode, page=None, *, parent=None, **fields):
        model = type(page) if page else ArticlePage
        names = [model._meta.app_label, model._meta.model_name]
        address = (
            reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
            if page
            else reverse("wagtailadmin_pages:preview_on_add", args=[*names, parent.pk])
        )
        posted = editor.post(address, form(model, **fields))
        assert posted.json()["is_valid"]
        shown = editor.get(address, {"mode": mode, "in_preview_panel": "true"})
        assert shown.status_code == 200
        return shown.content.decode()

    return look


def titles(html):
    """Of the articles in a list, in order, the marked one in capitals."""
    cards = re.findall(
        r'<article class="(?:card|lead)[^>]*>.*?</article>', html, re.DOTALL
    )
    found = []
    for card in cards:
        title = re.search(r"<h[23]><a [^>]*>([^<]+)", card)[1]
        found.append(title.upper() if 'id="draft"' in card.split(">")[0] else title)
    return found


def test_a_new_article_stands_in_the_list_where_its_date_puts_it(look, news):
    for day in (3, 7):
        factories.article(news, title=f"Day {day}", slug=f"day-{day}", date=on(day))

    html = look("list", parent=news, title="Draft", date="2014-12-05")

    assert titles(html) == ["Day 7", "DRAFT", "Day 3"]
    assert ">Three articles<" in html


def test_of_two_on_one_day_the_new_one_stands_first(look, news):
    factories.article(news, title="Older", date=on(5))

    html = look("list", parent=news, title="Draft", date="2014-12-05")

    assert titles(html) == ["DRAFT", "Older"]


def test_the_list_is_opened_where_the_article_stands(look, news):
    factories.articles(news, 11, date=on(9))

    html = look("list", parent=news, title="Draft", date="2014-12-05")

    assert titles(html) == ["Article 0", "DRAFT"]
    assert "Page 2 of 2" in html


def test_a_changed_article_stands_there_once_with_its_new_words(look, news):
    article = factories.article(news, title="Old", date=on(5))
    factories.article(news, title="Other", slug="other", date=on(4))

    html = look("list", article, title="New", date="2014-12-01")

    assert titles(html) == ["Other", "NEW"]


def test_an_article_without_a_date_stands_where_one_of_today_would(look, news):
    factories.article(news, title="Older")

    assert titles(look("list", parent=news, title="Draft", date=""))[0] == "DRAFT"


def test_the_newest_article_leads_the_home_page(look, news):
    factories.article(news, title="Older", date=on(4))

    html = look("home", parent=news, title="Draft", date="2014-12-05")

    assert titles(html) == ["DRAFT", "Older"]
    assert "preview-note" not in html


def test_an_article_too_old_for_the_home_page_is_not_on_it(look, news):
    factories.articles(news, 10, date=on(9))

    html = look("home", parent=news, title="Draft", date="2014-12-05")

    assert len(titles(html)) == 10
    assert "DRAFT" not in titles(html)
    assert "not among the 10 latest" in html


def test_what_is_private_is_said_to_be_in_no_list(look, news):
    article = factories.article(news)
    factories.restrict(article)

    assert "private" in look("list", article)
    assert "private" in look("home", article)
    assert titles(look("home", article)) == []


@pytest.mark.parametrize("model", [AboutPage, JoinPage])
def test_a_standing_page_is_marked_on_the_home_page(look, home, model):
    page = model.objects.get()

    html = look("home", page, title="New title", slug=page.slug)

    marked = re.findall(r'<(\w+) [^>]* ?id="draft">(.*?)</\1>', html, re.DOTALL)
    assert ["New title" in inside for _, inside in marked] == [True]
    assert page.title not in html.split("</header>")[1].split("<footer")[0]


def test_a_card_shows_what_a_shared_link_will(look, news):
    Site.objects.update(hostname="www.example.org", port=443)

    html = look("card", parent=news, title="Draft", summary="Words below it.")

    assert re.search(r'<img src="data:image/png;base64,[\w+/]{100}', html)
    for words in ("Draft", "Words below it.", "example.org"):
        assert f">{words}</p>" in html


def test_a_card_has_the_article_s_own_image_and_words(look, news):
    html = look(
        "card",
        parent=news,
        title="Draft",
        seo_title="For engines",
        search_description="Said shortly.",
        image=factories.image().pk,
        image_alt_text="A full square",
    )

    assert re.search(r'<img src="[^"]+/media/images/[^"]+fill-1200x630[^"]*"', html)
    for words in ("For engines", "Said shortly.", "A full square"):
        assert words in html


def test_what_is_shown_as_a_feed_is_what_the_feed_then_says(editor, client, news):
    article = factories.article(
        news,
        title="Tom & Ana",
        summary="1 < 2",
        body=factories.every_block(news, factories.image()),
        byline="Rosa Quispe",
        topics=[Topic.objects.create(name="Rivers")],
    )
    address = reverse("wagtailadmin_pages:view_draft", args=[article.pk])

    html = editor.get(address, {"mode": "feed"}).content.decode()
    item = ElementTree.fromstring(client.get("/news/feed/").content).find(".//item")

    content = item.findtext("{http://purl.org/rss/1.0/modules/content/}encoded")
    assert len(content) > 500
    assert content in html
    assert item.findtext("description") == "1 &lt; 2"
    for words in ("1 &lt; 2", "Tom &amp; Ana", "Rosa Quispe", "Rivers"):
        assert words in html


def test_every_page_type_can_be_seen_as_a_social_card():
    types = [model for model in get_page_models() if issubclass(model, BasePage)]

    assert len(types) == 9
    for model in types:
        assert "card" in dict(model().preview_modes), model


def test_previews_have_the_widths_of_readers(editor, news):
    html = editor.get(add_url(news, ArticlePage)).content.decode()

    assert re.findall(r'data-device-width="(\d+)"', html) == ["360", "768", "1280"]


def test_an_article_below_no_site_is_shown_by_itself(look, news):
    Site.objects.all().delete()

    for mode in ("", "list", "home", "card", "feed"):
        assert "Draft</h1>" in look(mode, parent=news, title="Draft")


def on(day):
    return date(2014, 12, day)
