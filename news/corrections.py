"""What we got wrong and put right, with the day on which we did."""

from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from wagtail import blocks

from psgsite.rich_text import INLINE_FEATURES, TextBlock


class CorrectionBlock(blocks.StructBlock):
    date = blocks.DateBlock(default=timezone.localdate)
    text = TextBlock(
        features=INLINE_FEATURES,
        help_text="What was wrong and what is right; mend the article itself as well.",
    )

    class Meta:
        icon = "edit"
        template = "news/blocks/correction.html"


def newest_first(corrections):
    """The same blocks sorted; one without a date, as in a preview, comes first."""
    return sorted(
        corrections,
        key=lambda correction: correction.value["date"] or date.max,
        reverse=True,
    )


def last_day(corrections):
    """The day of the latest of ``corrections``, or None without one."""
    days = [correction.value["date"] for correction in corrections]
    return max((day for day in days if day), default=None)


def wrong_days(corrections, *, written, last):
    """An error for the stream that names the dates which can't be; None if all can.

    They lie between the day the article was ``written``, if that is known, and ``last``.
    """
    problems = {}
    for position, correction in enumerate(corrections):
        problem = wrong_day(correction.value["date"], written=written, last=last)
        if problem:
            problems[position] = blocks.StructBlockValidationError(
                block_errors={"date": ValidationError(problem)}
            )
    return (
        blocks.StreamBlockValidationError(block_errors=problems) if problems else None
    )


def wrong_day(day, *, written, last):
    if day and day > last:
        return "This date is in the future. Give the day on which it was corrected."
    if day and written and day < written:
        return (
            f"This is before the article’s own date, {date_format(written, 'j F Y')}. "
            "Give the day on which it was corrected."
        )
    return ""
