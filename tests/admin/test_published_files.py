"""A picture or a document on a published page is changed only by those who publish."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from psgsite.models import Document, Image, User
from tests import factories
from tests.admin.editing import was_refused


@pytest.fixture
def picture(home):
    return factories.image(uploaded_by_user=User.objects.get(username="editors"))


@pytest.fixture
def report(home):
    return factories.document(uploaded_by_user=User.objects.get(username="editors"))


def replace(client, image):
    form = {
        "title": "Another",
        "collection": image.collection_id,
        "tags": "",
        "credit": "A. Vargas",
        "consent": Image.Consent.NOBODY,
    }
    file = ContentFile(factories.picture(320, 240), name="another.jpg")
    address = reverse("wagtailimages:edit", args=[image.pk])
    return client.post(address, form | {"file": file, "description": "Other people"})


def delete(client, kind, file):
    name = {"image": "wagtailimages:delete", "document": "wagtaildocs:delete"}[kind]
    return client.post(reverse(name, args=[file.pk]))


def delete_among_others(client, kind, file):
    address = reverse("wagtail_bulk_action", args=["psgsite", kind, "delete"])
    return client.post(f"{address}?id={file.pk}")


def test_an_editor_replaces_a_picture_of_their_own(editor, news, picture):
    factories.article(news, image=picture, live=False)

    replace(editor, picture)

    assert Image.objects.get().title == "Another"


def test_not_once_readers_see_it(editor, publisher, news, picture):
    factories.article(news, image=picture)

    refused = replace(editor, picture)
    before = Image.objects.get().title
    replace(publisher, picture)

    assert was_refused(refused)
    assert before == "Plaza"
    assert Image.objects.get().title == "Another"


def test_nor_where_it_is_in_the_text(editor, news, picture):
    block = {"image": {"image": picture.pk, "alt_text": "A", "decorative": False}}
    value = block | {"caption": "", "credit": ""}
    factories.article(news, body=[{"type": "image", "value": value}])

    assert was_refused(replace(editor, picture))
    assert Image.objects.get().title == "Plaza"


@pytest.mark.parametrize("remove", [delete, delete_among_others])
def test_nor_deletes_it(editor, publisher, news, picture, report, remove):
    block = {"type": "document", "value": {"document": report.pk, "title": ""}}
    factories.article(news, image=picture, body=[block])

    remove(editor, "image", picture)
    remove(editor, "document", report)

    assert Image.objects.exists()
    assert Document.objects.exists()
    remove(publisher, "document", report)
    assert not Document.objects.exists()


@pytest.mark.parametrize("remove", [delete, delete_among_others])
def test_an_editor_deletes_what_nobody_sees(editor, news, picture, report, remove):
    remove(editor, "image", picture)
    remove(editor, "document", report)

    assert not Image.objects.exists()
    assert not Document.objects.exists()


def test_an_editor_still_chooses_it(editor, news, picture):
    factories.article(news, image=picture)

    address = reverse("wagtailimages_chooser:chosen", args=[picture.pk])
    assert editor.get(address).status_code == 200
