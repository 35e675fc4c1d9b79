"""The reader's form: what is shown of it, and what it makes of what was sent."""

from itertools import groupby

from django.forms import BooleanField, CheckboxSelectMultiple, RadioSelect
from django.utils.formats import date_format
from wagtail.contrib.forms.forms import BaseForm

from about.joining.models import Purpose

WAYS_TO_REACH = {Purpose.NEWSLETTER, Purpose.CONTACT}
# Before the names of questions, so that none of them can be that of another field.
PREFIX = "answer"


class JoinForm(BaseForm):
    """``questions`` are the ``JoinField`` rows by the names of the fields made of them."""

    questions: dict
    # Where browsers know no better, an error is told by our words alone.
    use_required_attribute = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="%s", prefix=PREFIX, **kwargs)

    def clean(self):
        cleaned = super().clean()
        if self.is_bound:
            self.refuse_several_answers()
            self.ask_for_address()
        return cleaned

    def refuse_several_answers(self):
        for bound in self:
            is_list = isinstance(bound.field.widget, CheckboxSelectMultiple)
            sent = getattr(self.data, "getlist", lambda _: [])(bound.html_name)
            if len(sent) > 1 and not is_list:
                self.add_error(bound.name, "Give one answer to this, please.")

    def ask_for_address(self):
        """The tax office asks who donates, and where they live."""
        agreed = any(
            self.cleaned_data.get(name) for name in self.names_for(Purpose.GIFT_AID)
        )
        for name in self.names_for(Purpose.ADDRESS) if agreed else []:
            if name not in self.errors and not self.cleaned_data.get(name):
                self.add_error(name, "Gift Aid needs your home address.")

    def names_for(self, purpose):
        return [
            name
            for name, question in self.questions.items()
            if question.purpose == purpose
        ]

    @property
    def mistakes(self):
        """For the summary: the id to go to, and what is wrong there, in order."""
        return [
            {"id": first_id(bound), "message": message}
            for bound in self
            for message in bound.errors
        ]

    @property
    def parts(self):
        """The fields in order; ways to be reached that follow each other are one part."""
        for is_reach, fields in groupby(self, key=self.is_way_to_reach):
            if is_reach:
                yield {"kind": "reach", "fields": list(fields)}
            else:
                yield from (
                    {"kind": kind_of(bound), "bound": bound} for bound in fields
                )

    def is_way_to_reach(self, bound):
        return self.questions[bound.name].purpose in WAYS_TO_REACH

    @property
    def answers(self):
        """What ``Enquiry`` keeps, once the form is valid."""
        return [
            {
                "purpose": question.purpose,
                "label": question.label,
                "wording": question.help_text,
                "value": storable(self.cleaned_data[name]),
            }
            for name, question in self.questions.items()
        ]


def kind_of(bound):
    if isinstance(bound.field, BooleanField):
        return "box"
    if isinstance(bound.field.widget, RadioSelect):  # and several boxes, its subclass
        return "choices"
    return "line"


def first_id(bound):
    """What a link to the field leads to: the first choice, where there are several."""
    return f"{bound.auto_id}_0" if kind_of(bound) == "choices" else bound.auto_id


def storable(value):
    if value is None or isinstance(value, bool | str | list):
        return "" if value is None else value
    return date_format(value, "j F Y") if hasattr(value, "year") else str(value)
