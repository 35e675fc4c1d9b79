from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from wagtail.models import Site

from psgsite.models import OrganisationSettings
from tests import factories

pytestmark = pytest.mark.django_db

NAMESPACE = {"": "http://a9.com/-/spec/opensearch/1.1/"}


def describe(client):
    """The description of the search, parsed."""
    response = client.get("/search/opensearch.xml")
    assert response["Content-Type"] == "application/opensearchdescription+xml"
    return ElementTree.fromstring(response.content)


def test_browsers_are_told_where_and_how_to_search(client, news):
    factories.article(news, title="Puno votes")
    addresses = {
        url.get("type"): url.get("template").replace("{searchTerms}", "Puno")
        for url in describe(client).findall("Url", NAMESPACE)
    }

    def get(kind):
        scheme, host, *rest = urlsplit(addresses[kind])
        assert (scheme, host) == ("http", "testserver")
        return client.get(f"{rest[0]}?{rest[1]}")

    assert 'href="/news/puno-votes/"' in get("text/html").content.decode()
    assert get("application/x-suggestions+json").json()[1] == ["Puno votes"]
    assert get("application/opensearchdescription+xml").status_code == 200


def test_the_description_has_the_site_s_own_addresses(client, news):
    Site.objects.update(hostname="psg.example.org", port=443)

    description = describe(client)

    addresses = [url.get("template") for url in description.findall("Url", NAMESPACE)]
    addresses.append(description.find("Image", NAMESPACE).text)
    assert len(addresses) == 4
    assert all(each.startswith("https://psg.example.org/") for each in addresses)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Peru Support Group", "PSG"),
        ("Peru & Us", "Peru & Us"),
        ("amigos de los <pueblos>", "amigos de los <p"),
    ],
)
def test_the_description_keeps_to_the_rules_whatever_the_name(
    client, news, name, short
):
    OrganisationSettings.objects.create(site=Site.objects.get(), name=name)

    description = describe(client)

    assert (
        description.tag == "{http://a9.com/-/spec/opensearch/1.1/}OpenSearchDescription"
    )
    assert description.findtext("ShortName", "", NAMESPACE) == short
    assert name in description.findtext("Description", "", NAMESPACE)
    assert description.findtext("InputEncoding", "", NAMESPACE) == "UTF-8"
    assert description.findtext("Language", "", NAMESPACE) == "en-GB"


@pytest.mark.parametrize("address", ["/", "/news/", "/search/", "/nothing-here/"])
def test_every_page_names_the_description_of_the_search(client, news, address):
    html = client.get(address).content.decode()

    assert (
        '<link rel="search" type="application/opensearchdescription+xml" '
        'title="Peru Support Group" href="/search/opensearch.xml">'
    ) in html
