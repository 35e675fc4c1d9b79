"""The parts of the standing pages that only they have."""

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.images.blocks import ImageBlock, ImageChooserBlock

from psgsite.privacy import may_link_to
from psgsite.rich_text import TEXT_FEATURES, TextBlock


class PersonBlock(blocks.StructBlock):
    name = blocks.CharBlock(max_length=100)
    role = blocks.CharBlock(max_length=100, required=False)
    text = TextBlock(features=TEXT_FEATURES, required=False)
    image = ImageChooserBlock(required=False)

    class Meta:
        icon = "user"
        template = "about/blocks/person.html"
        preview_value = {
            "name": "A volunteer",
            "role": "Chair",
            "text": "<p>Follows the news of the <b>highlands</b>.</p>",
        }


class AimBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=150)
    text = TextBlock(features=TEXT_FEATURES, required=False)

    class Meta:
        icon = "tick"
        template = "about/blocks/aim.html"
        preview_value = {
            "title": "Social inclusion",
            "text": "<p>No one should be kept from schooling or justice.</p>",
        }


class EventBlock(blocks.StructBlock):
    year = blocks.IntegerBlock(min_value=1000, max_value=2100, search_index=False)
    end_year = blocks.IntegerBlock(
        min_value=1000,
        max_value=2100,
        required=False,
        search_index=False,
        help_text="Only for something that lasted longer than a year.",
    )
    heading = blocks.CharBlock(max_length=150)
    text = TextBlock(features=TEXT_FEATURES)
    image = ImageBlock(required=False)
    page = blocks.PageChooserBlock(
        required=False,
        label="Read more",
        help_text="An article or page that says more about it; the news of its years "
        "is linked by itself.",
    )

    class Meta:
        icon = "calendar"
        template = "about/blocks/event.html"
        preview_value = {
            "year": 1980,
            "end_year": 2000,
            "heading": "The armed conflict",
            "text": "<p>Almost 70,000 people lost their lives.</p>",
        }

    def clean(self, value):
        value = super().clean(value)
        year, end_year = value["year"], value["end_year"]
        if year and end_year and end_year <= year:
            problem = ValidationError(
                f"The end must be later than {year}; leave it empty for a single year."
            )
            raise blocks.StructBlockValidationError(block_errors={"end_year": problem})
        return value

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        context["can_read_more"] = may_link_to(value.get("page"), context)
        return context


class WayOfJoiningBlock(blocks.StructBlock):
    name = blocks.CharBlock(max_length=60, help_text="Such as “Individual”.")
    price = blocks.CharBlock(
        max_length=60, required=False, help_text="In pounds, such as “£30 a year”."
    )
    text = TextBlock(
        features=TEXT_FEATURES, required=False, label="What it gives, and for whom"
    )

    class Meta:
        icon = "group"
        template = "about/blocks/way_of_joining.html"
        preview_value = {
            "name": "Individual",
            "price": "£30 a year",
            "text": "<p>For anyone with an interest in Peru.</p>",
        }

    def clean(self, value):
        value = super().clean(value)
        price = value["price"]
        if "£" not in price and any(letter.isdigit() for letter in price):
            problem = ValidationError(
                f"Write the price in pounds, with the sign: “£{price}”."
            )
            raise blocks.StructBlockValidationError(block_errors={"price": problem})
        return value
