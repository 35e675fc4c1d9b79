"""Times as editors type them, also on the nights when the clocks change."""

from datetime import UTC

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.widgets import AdminDateTimeInput

SKIPPED = (
    "There is no such time: on %(day)s the clocks go forward from 1:00 to 2:00. Choose a "
    "time before 1:00, or 2:00 or later."
)


def is_struck_twice(moment):
    """Whether clocks show the time of ``moment``, or of a naive time, twice that night."""
    first, second = offsets(moment)
    return first > second


def offsets(moment):
    """How far clocks are from UTC when they first show this time, and when for the last."""
    if timezone.is_aware(moment):
        moment = timezone.make_naive(moment)
    zone = timezone.get_current_timezone()
    return [moment.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1)]


class TimeField(forms.DateTimeField):
    """A day and time; of one that comes twice, when the clocks go back, the first is meant."""

    def to_python(self, value):
        try:
            return super().to_python(value)
        except ValidationError as error:
            if error.code != "ambiguous_timezone":
                raise
            # As Django tells it: the time without a zone.
            typed = (error.params or {})["datetime"]
        if is_struck_twice(typed):
            first = typed.replace(tzinfo=timezone.get_current_timezone(), fold=0)
            # Python finds no time of that hour equal to itself in another zone.
            return first.astimezone(UTC)
        raise ValidationError(
            SKIPPED, code="skipped", params={"day": date_format(typed, "j F Y")}
        )


register_form_field_override(
    models.DateTimeField,
    override={"form_class": TimeField, "widget": AdminDateTimeInput},
)
