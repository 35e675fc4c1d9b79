"""The picker that offers the blocks of a page: what each is called, for, and looks like."""

import pytest
from django.urls import reverse
from wagtail.models import get_page_models
from wagtail.test.utils import WagtailTestUtils

from tests import factories

pytestmark = pytest.mark.any_database

# A stream of one kind of block has no picker: its plus sign adds one at once.
OFFERED = {
    (block.name, block.definition_prefix): block
    for model in get_page_models()
    for field in model.get_streamfield_names()
    for stream in [model._meta.get_field(field).stream_block]
    if len(stream.child_blocks) > 1
    for block in stream.child_blocks.values()
}
every_block = pytest.mark.parametrize(
    "block", OFFERED.values(), ids=lambda block: block.name
)
# What the preview of each shows, without pictures and files to choose from.
SHOWN = {
    "heading": "h2",
    "paragraph": ".prose p",
    "quote": "blockquote p",
    "image": "figure",
    "document": "div",
    "table": "table td",
    "video": "figure .video__title",
    "call_to_action": "aside .button",
    "fact_box": "aside .prose p",
}


def look_at(client, block):
    address = reverse("wagtailadmin_block_preview")
    response = client.get(address, {"id": block.definition_prefix})
    assert response.status_code == 200
    return WagtailTestUtils.get_soup(response.content.decode())


def test_the_picker_offers_the_blocks_that_the_design_names():
    assert {block.name for block in OFFERED.values()} == SHOWN.keys()


@every_block
def test_the_picker_says_what_a_block_is_for(block):
    assert block.label
    assert len(block.get_description().split()) >= 3
    assert block.meta.icon != "placeholder"


@every_block
def test_the_picker_shows_what_a_block_looks_like(editor, block):
    assert block.is_previewable
    shown = look_at(editor, block)

    assert shown.select_one(f"main {SHOWN[block.name]}")
    assert shown.select_one("link[href*='psgsite/css/site']")


@every_block
def test_the_picker_shows_a_picture_or_file_of_the_site(editor, block):
    factories.image(title="A square", description="People in a square")
    factories.document(title="Annual report")

    html = str(look_at(editor, block))

    for picture in look_at(editor, block).select("img"):
        assert "alt" in picture.attrs
    assert ("<img" in html) == (block.name == "image")
    assert ("Annual report" in html) == (block.name == "document")


def test_the_preview_of_a_block_is_for_those_who_sign_in(client):
    block = next(iter(OFFERED.values()))
    address = reverse("wagtailadmin_block_preview")

    response = client.get(address, {"id": block.definition_prefix})

    assert response.headers["Location"].startswith("/admin/login/")
