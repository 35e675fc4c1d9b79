"""What we got wrong and put right, with the day on which we did."""

from django.utils import timezone
from wagtail import blocks

from psgsite.rich_text import INLINE_FEATURES, TextBlock


class CorrectionBlock(blocks.StructBlock):
    date = blocks.DateBlock(default=timezone.localdate)
    text = TextBlock(
        features=INLINE_FEATURES,
        help_text="What was wrong, and what is right. Mend the article itself as well.",
    )

    class Meta:
        icon = "edit"
        template = "news/blocks/correction.html"
