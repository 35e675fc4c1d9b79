"""The way to a new article, and what its form has filled in already."""

import pytest
from django.urls import reverse
from wagtail.test.utils import WagtailTestUtils

from news.models import ArticlePage
from psgsite.models import User
from tests.admin.editing import PUBLISH, add, add_url, edit_url, messages, was_refused

pytestmark = pytest.mark.any_database

NEW_ARTICLE = "/admin/news/articles/new/"


@pytest.mark.parametrize("role", ["editor", "publisher", "administrator"])
def test_one_click_leads_from_the_home_to_the_form(request, role, news):
    client = request.getfixturevalue(role)
    home = client.get(reverse("wagtailadmin_home")).content.decode()
    link = WagtailTestUtils.get_soup(home).find("a", string="New article")

    response = client.get(link["href"])

    assert response.headers["Location"] == add_url(news, ArticlePage)


def test_who_may_not_write_has_no_way_to_the_form(secretary, news):
    home = secretary.get(reverse("wagtailadmin_home")).content.decode()

    assert "New article" not in home
    assert was_refused(secretary.get(NEW_ARTICLE))


def test_without_a_news_section_the_way_says_what_to_do(publisher, news):
    news.delete()

    response = publisher.get(NEW_ARTICLE)

    assert messages(response)[0].startswith("There is no news section yet.")


def form_of(client, address):
    return WagtailTestUtils.get_soup(client.get(address).content.decode())


def test_the_form_asks_in_the_order_of_writing(editor, news):
    form = form_of(editor, add_url(news, ArticlePage))
    asked = [
        box["id"].removesuffix("-wrapper").split("-child-")[-1]
        for box in form.select("#tab-content [id$=-wrapper]")
    ]

    image = ["image", "image_alt_text", "image_is_decorative", "image_caption"]
    subjects = ["topics", "regions", "byline"]
    first = ["title", "date", "summary", *image, "body", *subjects]
    assert asked[: len(first)] == first


def test_the_regions_stand_in_the_order_of_the_alphabet(editor, news):
    form = form_of(editor, add_url(news, ArticlePage))
    boxes = form.select("#id_regions label")

    names = [box.get_text(strip=True) for box in boxes]
    assert names[:4] == ["National", "Amazonas", "Áncash", "Apurímac"]


@pytest.mark.parametrize(
    ("names", "byline"),
    [({"first_name": "Rosa", "last_name": "Paz"}, "Rosa Paz"), ({}, None)],
)
def test_a_new_article_has_the_name_of_who_writes_it(editor, news, names, byline):
    User.objects.filter(username="editors").update(**names)

    field = form_of(editor, add_url(news, ArticlePage)).select_one("[name=byline]")

    assert field.get("value") == byline


def test_who_takes_their_name_out_keeps_it_out(publisher, news):
    User.objects.filter(username="publishers").update(first_name="Rosa")

    add(publisher, news, ArticlePage, PUBLISH, byline="")

    article = ArticlePage.objects.get()
    assert article.byline == ""
    field = form_of(publisher, edit_url(article)).select_one("[name=byline]")
    assert not field.get("value")


@pytest.mark.parametrize(
    ("field", "best"), [("summary", "200"), ("search_description", "160")]
)
def test_the_form_says_how_long_is_best_without_a_script_too(editor, news, field, best):
    form = form_of(editor, add_url(news, ArticlePage))
    box = form.select_one(f"[name={field}]")

    explained = form.find(id=box["aria-describedby"].split()[0])
    assert f"est under {best} characters" in explained.get_text()
    assert form.select_one("script[src*='psgsite/admin/length']")


def test_a_picture_is_uploaded_in_the_flow_with_its_description_and_credit(editor):
    chooser = reverse("wagtailimages_chooser:choose")

    html = editor.get(chooser).json()["html"]

    form = WagtailTestUtils.get_soup(html).select_one("#tab-upload form")
    asked = {field.get("name") for field in form.select("input, textarea, select")}
    assert {
        "image-chooser-upload-file",
        "image-chooser-upload-description",
        "image-chooser-upload-credit",
        "image-chooser-upload-licence",
    } <= asked
