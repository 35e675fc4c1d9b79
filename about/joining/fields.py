"""Makes the reader's form of the questions that editors wrote."""

import re
import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from wagtail.contrib.forms.forms import FormBuilder

from about.joining.models import Kind, Purpose

# What browsers can fill in by themselves: https://html.spec.whatwg.org/#autofill
AUTOCOMPLETE = {
    Purpose.NAME: "name",
    Purpose.EMAIL: "email",
    Purpose.PHONE: "tel",
    Purpose.ADDRESS: "street-address",
}
LONGEST = {Purpose.NAME: 200, Purpose.PHONE: 40, Purpose.ADDRESS: 1000}
LONGEST_LINE, LONGEST_LINES, LONGEST_EMAIL = 255, 4000, 254

LINK = re.compile(
    r"://|\bwww\.|\[url|<a\b|\w\.[a-z]{2,}/|\w\.(com|net|org|info|biz|ru|cn|xyz|shop)\b",
    re.IGNORECASE,
)
IS_LINK = "link"


def refuse_links(text):
    if LINK.search(text):
        raise ValidationError(
            "Leave out web addresses: only your name belongs here.", IS_LINK
        )


def refuse_unreadable(text):
    """Refuse what is no letter: it was damaged on its way, or was never typed."""
    if "\ufffd" in text:
        raise ValidationError(
            "Some letters did not arrive as you wrote them. Type them again, please."
        )
    if any(unicodedata.category(each) == "Cc" and each != "\n" for each in text):
        raise ValidationError(
            "There is a character here that cannot be shown. Type the text again, "
            "please, instead of pasting it."
        )


def refuse_long(longest):
    def refuse(text):
        if len(text) > longest:
            raise ValidationError(
                f"This is too long: {len(text):,} characters, and there is room for "
                f"{longest:,}. Shorten it, please."
            )

    return refuse


class TextField(forms.CharField):
    """Text as people type it, in any script.

    There is no ``maxlength``: browsers cut off in silence what is pasted.
    """

    default_validators = [refuse_unreadable]

    def __init__(self, *, longest, lines=False, **options):
        self.lines = lines
        super().__init__(**options)
        # Ours says in plain words what Django's says of NULs.
        self.validators = [*options.get("validators", []), *self.default_validators]
        self.validators.append(refuse_long(longest))
        self.widget.attrs["dir"] = "auto"

    def to_python(self, value):
        text = super().to_python(value) or ""
        if self.lines:
            return text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
        return re.sub(r"[\r\n\t ]+", " ", text)


class EmailField(forms.EmailField):
    def __init__(self, **options):
        super().__init__(max_length=LONGEST_EMAIL, **options)
        self.widget.attrs.pop("maxlength", None)
        self.error_messages["invalid"] = (
            "Write an e-mail address with an @ in it, such as name@example.org."
        )
        self.widget.attrs |= {"spellcheck": "false", "autocapitalize": "none"}

    def run_validators(self, value):
        if value:
            refuse_unreadable(value)
            refuse_long(LONGEST_EMAIL)(value)
        super().run_validators(value)


class JoinFormBuilder(FormBuilder):
    """``ways`` are the kinds of membership to choose from, as texts."""

    def __init__(self, fields, ways=()):
        super().__init__([field for field in fields if has_choices(field, ways)])
        self.ways = ways

    def get_field_options(self, field):
        # Templates escape the help text; what is agreed to is never ticked beforehand.
        return {
            "label": field.label,
            "help_text": field.help_text,
            "required": field.required,
            "error_messages": {"required": missing(field)},
        }

    def get_formatted_field_choices(self, field):
        if field.purpose == Purpose.MEMBERSHIP:
            return [(way, way) for way in self.ways]
        return super().get_formatted_field_choices(field)

    def create_singleline_field(self, field, options):
        longest = LONGEST.get(field.purpose, LONGEST_LINE)
        if field.purpose == Purpose.NAME:
            options["validators"] = [refuse_links]
        if field.purpose == Purpose.PHONE:
            options["widget"] = forms.TextInput({"type": "tel", "inputmode": "tel"})
        return self.filled_by_browser(field, TextField(longest=longest, **options))

    def create_multiline_field(self, field, options):
        longest = LONGEST.get(field.purpose, LONGEST_LINES)
        options["widget"] = forms.Textarea({"rows": 4})
        made = TextField(longest=longest, lines=True, **options)
        return self.filled_by_browser(field, made)

    def create_email_field(self, field, options):
        return self.filled_by_browser(field, EmailField(**options))

    def create_number_field(self, field, options):
        made = forms.DecimalField(max_digits=20, **options)
        made.error_messages["invalid"] = "Write a number, in figures."
        return made

    def create_date_field(self, field, options):
        options["widget"] = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
        options["input_formats"] = ["%Y-%m-%d", "%d/%m/%Y", "%d %B %Y"]
        made = super().create_date_field(field, options)
        made.error_messages["invalid"] = "Write a date, such as 31/12/2026."
        return made

    def create_checkboxes_field(self, field, options):
        options["choices"] = self.get_formatted_field_choices(field)
        options["widget"] = forms.CheckboxSelectMultiple
        return told_apart(forms.MultipleChoiceField(**options))

    def create_radio_field(self, field, options):
        return told_apart(super().create_radio_field(field, options))

    def create_dropdown_field(self, field, options):
        made = super().create_dropdown_field(field, options)
        # Otherwise the first would be chosen by whoever chooses nothing.
        made.choices = [("", "Choose one"), *made.choices]
        return told_apart(made)

    @staticmethod
    def filled_by_browser(field, made):
        if field.purpose in AUTOCOMPLETE:
            made.widget.attrs["autocomplete"] = AUTOCOMPLETE[field.purpose]
        return made


def told_apart(made):
    made.error_messages["invalid_choice"] = (
        "What was chosen is not, or no longer, offered. Choose again, please."
    )
    made.error_messages["invalid_list"] = made.error_messages["invalid_choice"]
    return made


def has_choices(field, ways):
    return field.purpose != Purpose.MEMBERSHIP or bool(ways)


def missing(field):
    """What is said of a question that was not answered."""
    if field.purpose == Purpose.NAME:
        return "Write your name."
    if field.purpose == Purpose.EMAIL:
        return "Write your e-mail address, so that we can answer."
    if field.field_type in (Kind.RADIO, Kind.DROPDOWN):
        return f"Choose an answer to “{field.label}”."
    if field.field_type in (Kind.BOX, Kind.BOXES):
        return f"Tick “{field.label}” to go on."
    return f"Fill in “{field.label}”."
