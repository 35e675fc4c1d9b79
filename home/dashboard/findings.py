"""Looks through the texts of published pages, each time one is saved.

Blocks are read as they are stored: what they point to may be gone, and then the block's
value no longer says what it was.
"""

from bs4 import BeautifulSoup
from django.db import transaction
from wagtail import blocks
from wagtail.blocks.list_block import ListBlock
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock
from wagtail.models import get_page_models

from home.dashboard.models import LONGEST_WORDS, Finding
from psgsite.pages import BasePage

KIND = Finding.Kind
LARGEST_KEY = 2**63 - 1


def look_at(page):
    """The findings in all streams of ``page``, not saved."""
    for name in page.get_streamfield_names():
        stream = page._meta.get_field(name).stream_block
        for finding in look_into(stream, list(getattr(page, name).raw_data)):
            finding.page_id = page.pk
            yield finding


def look_into(block, raw):
    """The findings in a block, whose value is ``raw`` as the database has it."""
    if isinstance(block, blocks.RichTextBlock):
        return look_at_text(raw or "")
    if isinstance(block, ImageBlock):
        return look_at_picture(raw)
    if isinstance(block, blocks.PageChooserBlock):
        return [Finding(kind=KIND.PAGE, target=raw)] if raw else []
    if isinstance(block, DocumentChooserBlock):
        return [Finding(kind=KIND.DOCUMENT, target=raw)] if raw else []
    parts = parts_of(block, raw) if raw else []
    return [finding for part in parts for finding in look_into(*part)]


def parts_of(block, raw):
    """Pairs of a block and its raw value, for those in ``block``."""
    if isinstance(block, blocks.StreamBlock):
        known = block.child_blocks
        for child in raw:
            if child["type"] in known:
                yield known[child["type"]], child["value"]
    elif isinstance(block, blocks.StructBlock):
        for name, child in block.child_blocks.items():
            yield child, raw.get(name)
    elif isinstance(block, ListBlock):
        for item in raw:
            is_new = isinstance(item, dict) and "value" in item
            yield block.child_block, item["value"] if is_new else item
    elif isinstance(block, BaseTypedTableBlock):
        kinds = [block.child_blocks.get(column["type"]) for column in raw["columns"]]
        for row in raw["rows"]:
            yield from zip(kinds, row["values"], strict=False)


def look_at_text(html):
    if "<a" not in html:
        return
    for link in BeautifulSoup(html, "html.parser").find_all("a"):
        text = link.get_text(" ", strip=True)[:LONGEST_WORDS]
        kind, target = link.get("linktype"), str(link.get("id", ""))
        key = int(target) if target.isdecimal() else LARGEST_KEY + 1
        if kind in {KIND.PAGE, KIND.DOCUMENT} and key <= LARGEST_KEY:
            yield Finding(kind=kind, target=key, text=text)
        elif kind or not str(link.get("href", "")).strip():
            yield Finding(kind=KIND.NOWHERE, text=text)


def look_at_picture(raw):
    # Before there were alternative texts, a picture was stored as its number alone.
    known = raw if isinstance(raw, dict) else {"image": raw}
    if known.get("image") and not (known.get("alt_text") or known.get("decorative")):
        yield Finding(kind=KIND.PICTURE, target=known["image"])


@transaction.atomic
def refresh(model, pks):
    """Find anew what is in the published texts of these pages of one type."""
    Finding.objects.filter(page__in=pks).delete()
    pages = model.objects.live().filter(pk__in=pks)
    Finding.objects.bulk_create(
        [finding for page in pages for finding in look_at(page)]
    )


def refresh_all(at_once=500):
    """Find anew what is in all published pages; return how many pages those are."""
    Finding.objects.filter(page__live=False).delete()
    count = 0
    for model in get_page_models():
        if issubclass(model, BasePage):
            pks = list(model.objects.live().order_by("pk").values_list("pk", flat=True))
            for start in range(0, len(pks), at_once):
                refresh(model, pks[start : start + at_once])
            count += len(pks)
    return count
