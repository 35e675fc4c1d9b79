from datetime import datetime, time
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format

from news.formats.structured_data import news_article


class SharedAsNews:
    """What an article says of itself where links to it are shared."""

    # What an article has.
    date: Any
    image: Any
    last_published_at: Any

    sharing_type = "article"

    @property
    def sharing_image(self):
        return self.image

    @property
    def sharing_image_alt(self: Any):
        return self.image_alt

    @property
    def card_label(self):
        # A preview may lack it.
        return date_format(self.date, "j F Y") if self.date else ""

    @property
    def published_at(self):
        """The start of the editorial date, in London."""
        return timezone.make_aware(datetime.combine(self.date, time.min))

    @property
    def modified_at(self):
        return max(self.published_at, self.last_published_at or self.published_at)

    def structured_data(self, **context):
        return [news_article(self, **context)]
