"""The handbook, as people who sign in read it."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

pytestmark = pytest.mark.any_database

HANDBOOK = "/admin/handbook/"
FILES = [*Path("docs/editors").glob("*.md"), Path("docs/members.md")]
PAGES = [HANDBOOK, *(f"{HANDBOOK}{file.stem}/" for file in FILES)]


def article(client, address):
    soup = BeautifulSoup(client.get(address).content, "html.parser")
    return soup.find(class_="handbook")


def test_it_leads_from_sign_in_to_a_correction(editor):
    response = editor.get(HANDBOOK)

    assert response.status_code == 200
    headings = [each.text for each in article(editor, HANDBOOK).find_all("h2")]
    assert headings.index("Sign in") < headings.index("Look at it")
    assert headings.index("Look at it") < headings.index("Correct it")
    assert len(article(editor, HANDBOOK).find_all("img")) >= 8


@pytest.mark.parametrize("address", PAGES)
def test_all_that_it_leads_to_is_there(editor, address):
    text = article(editor, address)
    links = [link["href"] for link in text.find_all("a")]
    pictures = [picture["src"] for picture in text.find_all("img")]

    assert text.find_all(["h2", "p", "li"])
    for link in [*links, *pictures]:
        path, _, anchor = link.partition("#")
        assert not path or editor.get(path).status_code == 200, link
        if anchor:
            assert article(editor, path or address).find(id=anchor), link
    assert not re.search(r"\.md|\.\./|\]\(", str(text))


def test_every_page_can_be_come_to_from_the_first(editor):
    links = {link["href"] for link in article(editor, HANDBOOK).find_all("a")}

    assert set(PAGES) - {HANDBOOK} <= links


def test_each_picture_says_what_it_shows(editor):
    pictures = article(editor, HANDBOOK).find_all("img")

    assert all(picture["alt"] for picture in pictures)


def test_its_pictures_are_not_given_to_others(client, editor):
    address = reverse("handbook_picture", args=["home"])

    assert editor.get(address)["Content-Type"] == "image/webp"
    assert client.get(address).status_code == 302
    assert client.get(HANDBOOK).status_code == 302


@pytest.mark.parametrize(
    "address",
    [
        "nothing/",
        "../developers/guide/",
        "..%2Fdevelopers%2Fguide/",
        "%2e%2e/%2e%2e/README/",
        "pictures/nothing.webp",
        "pictures/..%2Fhome.webp",
        "pictures/../../home.webp",
    ],
)
def test_nothing_else_is_in_it(editor, address):
    assert editor.get(f"{HANDBOOK}drafts/").status_code == 200
    assert editor.get(HANDBOOK + address, follow=True).status_code == 404


def test_the_home_leads_to_it_and_not_to_wagtails_guide(editor):
    html = editor.get(reverse("wagtailadmin_home")).content.decode()

    assert f'href="{HANDBOOK}"' in html
    assert "guide.wagtail.org" not in html
