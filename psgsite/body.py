"""The body of a page: a stream of blocks."""

from django.core.exceptions import ValidationError
from wagtail import blocks

from psgsite.anchors import fill_anchors
from psgsite.blocks import (
    AttachmentBlock,
    CallToActionBlock,
    FactBoxBlock,
    HeadingBlock,
    PictureBlock,
    QuoteBlock,
    TableBlock,
    VideoBlock,
)
from psgsite.rich_text import TEXT_FEATURES, TextBlock


class BodyBlock(blocks.StreamBlock):
    """The body of a page. Headings get an anchor of their own when it is saved."""

    heading = HeadingBlock()
    paragraph = TextBlock(
        features=TEXT_FEATURES,
        label="Text",
        template="psgsite/blocks/paragraph.html",
        description="Paragraphs, lists and links.",
        preview_value="<p>One of the most interesting contests is taking place in "
        "<b>Puno</b>, on the border with Bolivia.</p>",
    )
    quote = QuoteBlock()
    image = PictureBlock()
    document = AttachmentBlock()
    table = TableBlock()
    video = VideoBlock()
    call_to_action = CallToActionBlock()
    fact_box = FactBoxBlock()

    class Meta:
        template = "psgsite/blocks/body.html"

    def clean(self, value):
        value = super().clean(value)
        headings = [child for child in value if child.block_type == "heading"]
        if not self.is_deferred_validation:
            self.refuse_skipped_level(value, headings)
        fill_anchors([heading.value for heading in headings])
        return value

    def refuse_skipped_level(self, value, headings):
        if headings and headings[0].value["level"] == "3":
            problem = ValidationError(
                "The first heading of a page can't be a sub-heading: choose “Heading”."
            )
            position = list(value).index(headings[0])
            raise blocks.StreamBlockValidationError(block_errors={position: problem})


def pictures_in(body):
    """The images that a body shows, in order; a missing one is left out."""
    values = [child.value for child in body if child.block_type in {"image", "video"}]
    return [value["image"] for value in values if value["image"]]
