"""The settings of the organisation, and where they are seen."""

import pytest
from django.urls import reverse
from wagtail.models import Site
from wagtail.test.utils.form_data import nested_form_data, streamfield

from psgsite.models import OrganisationSettings
from tests.admin.editing import stream_errors

FORM = {
    "name": "Friends of Peru",
    "description": "We follow what happens in Peru.",
    "email": "post@example.org",
    "telephone": "020 7946 0000",
    "address": "1 High Street\nLondon",
    "registered_number": "Registered charity 123456",
    "footer_text": "All rights kept.",
    "licence": "CC BY 4.0",
}


@pytest.fixture
def url(home):
    keys = ["psgsite", "organisationsettings", Site.objects.get().pk]
    return reverse("wagtailsettings:edit", args=keys)


def save(client, url, links=(), **fields):
    posted = FORM | fields | {"social_links": streamfield(list(links))}
    return client.post(url, nested_form_data(posted))


def test_the_menu_leads_to_the_settings(publisher, url):
    response = publisher.get(
        reverse("wagtailsettings:edit", args=["psgsite", "organisationsettings"])
    )

    assert response.headers["Location"] == url
    assert publisher.get(url).status_code == 200


def test_what_is_saved_is_at_the_foot_of_every_page(publisher, client, url):
    link = ("link", {"name": "Mastodon", "url": "https://social.example.org/@psg"})

    save(publisher, url, [link])

    foot = client.get("/news/").content.decode().split("<footer")[1]
    for value in FORM.values():
        assert value.split("\n")[0] in foot
    assert "https://social.example.org/@psg" in foot


def test_only_the_name_is_needed(publisher, client, url):
    save(publisher, url, **dict.fromkeys(FORM.keys() - {"name"}, ""))

    assert OrganisationSettings.objects.get().name == "Friends of Peru"
    assert client.get("/").status_code == 200


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [({"name": ""}, "name"), ({"email": "not an address"}, "email")],
)
def test_what_cannot_be_is_refused(publisher, url, fields, wrong):
    response = save(publisher, url, **fields)

    assert response.context["form"].errors[wrong]
    assert OrganisationSettings.objects.get().name == "Peru Support Group"


def test_a_link_needs_a_name_and_an_address(publisher, url):
    response = save(publisher, url, [("link", {"name": "", "url": "somewhere"})])

    assert stream_errors(response, "social_links").keys() == {"0.name", "0.url"}
