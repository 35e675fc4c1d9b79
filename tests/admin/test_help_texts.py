"""Each help text of our own beside a field is one plain sentence."""

import re

import pytest
from wagtail.admin.panels import get_edit_handler
from wagtail.blocks import ListBlock, StreamBlock, StructBlock
from wagtail.documents import get_document_model
from wagtail.documents.forms import get_document_form
from wagtail.images import get_image_model
from wagtail.images.forms import get_image_form
from wagtail.models import Page, get_page_models
from wagtail.snippets.models import get_snippet_models

from news.digest.forms import DigestForm
from news.withdrawal.view import WithdrawalForm
from psgsite.bin.views import RestoringForm
from psgsite.models import OrganisationSettings

pytestmark = pytest.mark.any_database

LONGEST = 150


def helped():
    """Yield (where, text) of every help text that an editor can see beside a field."""
    for model in [*get_page_models(), *get_snippet_models(), OrganisationSettings]:
        handler = get_edit_handler(model)
        yield from of_form(model.__name__, handler.get_form_class()())
        yield from of_panels(model.__name__, handler)
    for form in (
        get_image_form(get_image_model())(),
        get_document_form(get_document_model())(),
        WithdrawalForm(),
        DigestForm(),
        RestoringForm(),
    ):
        yield from of_form(type(form).__name__, form)


def of_panels(where, panel):
    if panel.help_text:
        yield f"{where} {panel.heading}", str(panel.help_text)
    for child in getattr(panel, "children", []):
        yield from of_panels(where, child)


def of_form(where, form):
    for name, field in form.fields.items():
        if field.help_text:
            yield f"{where}.{name}", str(field.help_text)
        if block := getattr(field, "block", None):
            yield from of_block(f"{where}.{name}", block)


def of_block(where, block):
    if text := getattr(block.meta, "help_text", None) or getattr(
        getattr(block, "field", None), "help_text", ""
    ):
        yield where, str(text)
    if isinstance(block, StructBlock | StreamBlock):
        for name, child in block.child_blocks.items():
            yield from of_block(f"{where}.{name}", child)
    elif isinstance(block, ListBlock):
        yield from of_block(f"{where}[]", block.child_block)


WAGTAILS = {
    str(field.help_text)
    for model in (Page, get_image_model().__mro__[1], get_document_model().__mro__[1])
    for field in model._meta.get_fields()
    if getattr(field, "help_text", "")
}


@pytest.mark.django_db
def test_each_help_text_is_one_plain_sentence():
    texts = {where: text for where, text in helped() if text not in WAGTAILS}

    assert [where for where, text in texts.items() if not is_one_sentence(text)] == []


def is_one_sentence(text):
    return (
        len(text) <= LONGEST
        and text.endswith((".", ".”"))
        and not re.search(r"[.!?]”? +\S", text)
    )
