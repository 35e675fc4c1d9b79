"""Files of a private collection are for those who may see the collection, and nobody else."""

import pytest

from psgsite.models import Image
from tests import factories
from tests.psgsite.document_files import collection, restrict

pytestmark = pytest.mark.django_db


@pytest.fixture
def private(db):
    """A collection below a private one."""
    above = collection("Witnesses")
    restrict(above)
    return collection("Cusco", parent=above)


def picture_in(where, title="Plaza"):
    return factories.image(title=title, collection=where).get_rendition("width-100")


def test_a_picture_of_a_private_collection_is_not_served(client, home, private):
    shown = picture_in(collection("Open"))
    hidden = picture_in(private)

    assert client.get(shown.url).status_code == 200
    assert client.get(hidden.url).status_code == 404


def test_who_may_see_the_collection_gets_it_and_no_cache_keeps_it(
    client, home, private
):
    shown, hidden = picture_in(collection("Open")), picture_in(private)
    client.force_login(factories.user())

    response = client.get(hidden.url)

    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert "immutable" in client.get(shown.url)["Cache-Control"]
    assert "X-Offline" not in response


def test_a_picture_moved_there_is_private_from_then_on(client, home, private):
    size = picture_in(collection("Open"))
    before = client.get(size.url).status_code

    Image.objects.update(collection=private)

    assert before == 200
    assert client.get(size.url).status_code == 404


def test_a_picture_costs_one_query(client, home, django_assert_num_queries):
    size = picture_in(collection("Open"))

    with django_assert_num_queries(1):
        client.get(size.url)


def test_a_document_of_a_private_collection_is_not_served(client, home, private):
    shown = factories.document(collection=collection("Open"))
    hidden = factories.document(collection=private)

    assert client.get(shown.url).status_code == 200
    assert client.get(hidden.url).status_code == 302
    assert "/login/" in client.get(hidden.url).url


def test_originals_are_served_to_nobody(client, home):
    image = factories.image()
    size = image.get_rendition("width-100")
    client.force_login(factories.administrator())

    assert client.get(size.url).status_code == 200
    assert client.get(image.file.url).status_code == 404
