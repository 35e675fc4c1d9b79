"""The admin looks like the group's own."""

import re
from pathlib import Path

import pytest
from django.urls import reverse
from wagtail.test.utils import WagtailTestUtils

from psgsite.models import OrganisationSettings
from tests.contrast import contrast

pytestmark = pytest.mark.any_database


def soup(client, address):
    return WagtailTestUtils.get_soup(client.get(address).content.decode())


def test_the_door_has_the_name_and_the_mark(client, home):
    page = soup(client, reverse("wagtailadmin_login"))

    assert page.h1.get_text(strip=True) == "Peru Support Group"
    assert "psgsite/icon" in page.select_one(".login-logo img")["src"]
    assert "Wagtail" not in page.title.get_text()


def test_the_admin_is_called_what_the_organisation_is(editor, home):
    OrganisationSettings.objects.update(name="Friends of Peru")

    page = soup(editor, reverse("wagtailadmin_home"))

    assert page.title.get_text().endswith("- Friends of Peru")
    logo = page.select_one("[data-wagtail-sidebar-branding-logo]")
    assert logo.select_one("img[src*='psgsite/icon']")
    assert "Friends of Peru" in logo.get_text()
    assert page.select_one("link[rel=icon][href*='psgsite/icon']")


def test_every_page_of_it_has_the_groups_colours(editor, client):
    for page in [
        soup(editor, reverse("wagtailadmin_home")),
        soup(client, reverse("wagtailadmin_login")),
    ]:
        assert page.select_one("link[href*='psgsite/admin/look']")


LIGHT, *DARK = re.split(
    r"\.w-theme-\w+ \{", Path("psgsite/static/psgsite/admin/look.css").read_text()
)


def colours(text):
    found = re.findall(r"--w-color-([a-z-]+): #([0-9a-f]{6});", text)
    return {name: bytes.fromhex(value) for name, value in found}


def test_a_chosen_dark_scheme_is_the_one_of_the_reader_who_chose_none():
    chosen, of_the_system = map(colours, DARK)

    assert chosen == of_the_system
    assert len(chosen) > 10


@pytest.mark.parametrize("scheme", [LIGHT, DARK[0]], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground", "least"),
    [
        ("text-context", "surface-page", 7),
        ("text-meta", "surface-page", 4.5),
        ("text-meta", "surface-header", 4.5),
        ("text-placeholder", "surface-header", 4.5),
        ("text-button", "surface-button-default", 4.5),
        ("text-button", "surface-button-hover", 4.5),
        ("text-button-outline-default", "surface-page", 4.5),
        ("text-button-outline-hover", "surface-button-outline-hover", 4.5),
        ("focus", "surface-page", 3),
        ("focus", "surface-header", 3),
    ],
)
def test_the_groups_colours_can_be_told_apart(scheme, text, ground, least):
    found = colours(scheme)

    assert contrast(found[text], found[ground]) >= least
