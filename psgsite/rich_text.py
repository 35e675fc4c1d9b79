"""Rich text whose links are looked up together, however many texts a page has."""

from wagtail import blocks
from wagtail.blocks.list_block import ListValue
from wagtail.blocks.stream_block import StreamValue
from wagtail.blocks.struct_block import StructValue
from wagtail.contrib.typed_table_block.blocks import TypedTable
from wagtail.rich_text import RichText, expand_db_html

from psgsite.languages import LANGUAGES

INLINE_FEATURES = ["bold", "italic", *LANGUAGES, "link", "document-link"]
TEXT_FEATURES = [*INLINE_FEATURES, "ol", "ul"]


class SharingRichText(RichText):
    """Rich text that is expanded together with the others it shares lookups with."""

    html = None

    def __init__(self, source):
        super().__init__(source)
        self.sharers = [self]

    def __html__(self):
        if self.html is None:
            expand_together(self.sharers)
        return self.html


def share_lookups(texts):
    """Let all of ``texts`` be expanded when the first of them is shown."""
    sharers = list(texts)
    for text in sharers:
        text.sharers = sharers


def texts_in(value):
    """The rich texts of a stream or a block's value, however deep they are in it."""
    if isinstance(value, SharingRichText):
        yield value
    for part in parts_of(value):
        yield from texts_in(part)


def parts_of(value):
    if isinstance(value, StreamValue):
        return [child.value for child in value]
    if isinstance(value, StructValue):
        return value.values()
    if isinstance(value, TypedTable):
        return [cell.value for row in value.rows for cell in row]
    return value if isinstance(value, ListValue) else []


def expand_together(texts):
    # No editor can write this: the rich text field keeps no comments.
    separator = "<!-- end of one text -->"
    expanded = expand_db_html(separator.join(text.source for text in texts))
    for text, html in zip(texts, expanded.split(separator), strict=True):
        text.html = html


class TextBlock(blocks.RichTextBlock):
    """Rich text that can share its lookups."""

    def to_python(self, value):
        return SharingRichText(value)

    def normalize(self, value):
        return SharingRichText(getattr(value, "source", value))

    def value_from_form(self, value):
        return SharingRichText(value)

    class Meta:
        icon = "pilcrow"
