"""The StreamField blocks that articles and standing pages are written with."""

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock, ImageChooserBlock

from psgsite.languages import LANGUAGES
from psgsite.privacy import may_link_to
from psgsite.rich_text import (
    INLINE_FEATURES,
    TEXT_FEATURES,
    TextBlock,
)
from psgsite.video import VideoValue


class HeadingBlock(blocks.StructBlock):
    text = blocks.CharBlock(max_length=150)
    level = blocks.ChoiceBlock(
        choices=[("2", "Heading"), ("3", "Sub-heading")],
        default="2",
        search_index=False,
    )
    anchor = blocks.RegexBlock(
        regex=r"^[a-z0-9-]+$",
        required=False,
        search_index=False,
        error_messages={"invalid": "Use small letters, digits and hyphens only."},
        help_text="The end of the address that leads straight to this heading, filled in "
        "for you; once it is published, others may link to it, so leave it.",
    )

    class Meta:
        icon = "title"
        template = "psgsite/blocks/heading.html"
        description = "Begins a section, to which readers can link."
        preview_value = {"text": "The second round", "level": "2", "anchor": "example"}


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label="Quotation", rows=3)
    attribution = blocks.CharBlock(
        required=False, max_length=150, help_text="Who said or wrote it, and where."
    )
    language = blocks.ChoiceBlock(
        choices=[(code, name.title()) for name, code in LANGUAGES.items()],
        required=False,
        search_index=False,
        help_text="Only if the quotation isn't in English.",
    )

    class Meta:
        icon = "openquote"
        template = "psgsite/blocks/quote.html"
        description = "Someone's own words, set apart."
        preview_value = {
            "text": "We want to be asked before the digging begins, not after.",
            "attribution": "A farmer in Cajamarca",
        }


def newest_picture():
    """Something true to show in the block picker; none in a new site."""
    return {"image": get_image_model().objects.order_by("-created_at").first()}


def newest_document():
    return {"document": get_document_model().objects.order_by("-created_at").first()}


class PictureBlock(blocks.StructBlock):
    image = ImageBlock()
    caption = blocks.CharBlock(required=False, max_length=300)
    credit = blocks.CharBlock(
        required=False,
        max_length=150,
        help_text="Only if it differs from the credit kept with the picture.",
    )

    class Meta:
        icon = "image"
        label = "Image"
        template = "psgsite/blocks/picture.html"
        description = "A picture with its caption and credit."
        preview_value = staticmethod(newest_picture)


class AttachmentBlock(blocks.StructBlock):
    document = DocumentChooserBlock()
    title = blocks.CharBlock(
        required=False,
        max_length=150,
        help_text="Only if it differs from the title kept with the document.",
    )

    class Meta:
        icon = "doc-full"
        label = "Document"
        template = "psgsite/blocks/attachment.html"
        description = "A file to download, with its type and size."
        preview_value = staticmethod(newest_document)


class TableBlock(TypedTableBlock):
    text = TextBlock(features=INLINE_FEATURES, required=False)
    number = blocks.CharBlock(required=False)

    class Meta:
        icon = "table"
        label = "Table"
        template = "psgsite/blocks/table.html"
        description = "Figures or short facts in rows and columns."
        preview_value = {
            "caption": "Votes in the first round",
            "columns": [
                {"type": "text", "heading": "Region"},
                {"type": "number", "heading": "Per cent"},
            ],
            "rows": [{"values": ["Puno", "21.4"]}, {"values": ["Cusco", "27.0"]}],
        }


class VideoBlock(blocks.StructBlock):
    url = blocks.URLBlock(
        label="Address",
        help_text="A video's page on YouTube or Vimeo, from where nothing is loaded until "
        "the reader asks for it.",
    )
    title = blocks.CharBlock(max_length=150, help_text="What the video shows.")
    image = ImageChooserBlock(required=False, help_text="Shown until the video plays.")

    class Meta:
        icon = "media"
        label = "Video"
        template = "psgsite/blocks/video.html"
        value_class = VideoValue
        description = "A video from elsewhere that loads only when it is asked for."
        preview_value = {
            "url": "https://vimeo.com/123456789",
            "title": "Water and mining: a short film",
        }

    def clean(self, value):
        value = super().clean(value)
        if value["url"] and not value.player_url:
            problem = ValidationError(
                "This is not the address of a video on YouTube or Vimeo. Open the video "
                "there and copy the address from the top of the browser."
            )
            raise blocks.StructBlockValidationError(block_errors={"url": problem})
        return value


class CallToActionBlock(blocks.StructBlock):
    text = blocks.CharBlock(max_length=200, help_text="Why the reader should.")
    label = blocks.CharBlock(max_length=40, help_text="What the button says.")
    page = blocks.PageChooserBlock(required=False)
    url = blocks.URLBlock(
        required=False, label="Address", help_text="If it isn't a page of this site."
    )

    class Meta:
        icon = "pick"
        template = "psgsite/blocks/call_to_action.html"
        description = "Asks the reader to do one thing, with one button."
        preview_value = {
            "text": "Members get the news by post four times a year.",
            "label": "Become a member",
            "url": "https://example.org/",
        }

    def clean(self, value):
        value = super().clean(value)
        given = [name for name in ("page", "url") if value[name]]
        if len(given) == 2 or not (given or self.is_deferred_validation):
            problem = ValidationError("Give either a page or an address.")
            raise blocks.StructBlockValidationError(
                block_errors={"page": problem, "url": problem}
            )
        return value

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        context["can_open_page"] = may_link_to(value.get("page"), context)
        return context


class FactBoxBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=100)
    text = TextBlock(features=TEXT_FEATURES)

    class Meta:
        icon = "info-circle"
        label = "Fact box"
        template = "psgsite/blocks/fact_box.html"
        description = "Background that a reader may need, beside the story."
        preview_value = {
            "title": "Regional presidents",
            "text": "<p>Each region elects a president for <b>four years</b>.</p>",
        }


class SocialLinkBlock(blocks.StructBlock):
    name = blocks.CharBlock(max_length=40, help_text="Such as “Mastodon”.")
    url = blocks.URLBlock(label="Address")

    class Meta:
        icon = "link"
