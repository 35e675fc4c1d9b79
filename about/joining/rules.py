"""What a form must have before readers can use it."""

from django.forms import ValidationError
from wagtail.contrib.forms.forms import WagtailAdminFormPageForm

from about.joining.models import Kind, Purpose
from psgsite.page_form import PageForm

# The kinds of answer from which the site can read what it is for.
KINDS = {
    Purpose.NAME: [Kind.SINGLE_LINE],
    Purpose.EMAIL: [Kind.EMAIL],
    Purpose.PHONE: [Kind.SINGLE_LINE],
    Purpose.ADDRESS: [Kind.LINES],
    Purpose.MEMBERSHIP: [Kind.RADIO, Kind.DROPDOWN],
    Purpose.GIFT_AID: [Kind.BOX],
    Purpose.NEWSLETTER: [Kind.BOX],
    Purpose.CONTACT: [Kind.BOX],
}
ALWAYS_ASKED = [Purpose.NAME, Purpose.EMAIL]
ONLY_ONCE = [
    *ALWAYS_ASKED,
    Purpose.ADDRESS,
    Purpose.MEMBERSHIP,
    Purpose.GIFT_AID,
    Purpose.NEWSLETTER,
]
# Who has to agree has not agreed.
FREE = [Purpose.GIFT_AID, Purpose.NEWSLETTER, Purpose.CONTACT]
WITH_CHOICES = [Kind.RADIO, Kind.DROPDOWN, Kind.BOXES]


def problems_of_form(fields):
    """What is wrong with the questions as a whole: a list of sentences."""
    purposes = [field.purpose for field in fields]
    found = []
    for purpose in Purpose:
        count = purposes.count(purpose)
        if purpose in ALWAYS_ASKED and not count:
            found.append(
                f"The form needs a question that is used for “{purpose.label}”: add one "
                "under “Questions of the form”, or choose it at one that is there."
            )
        if purpose in ONLY_ONCE and count > 1:
            found.append(
                f"{count} questions are used for “{purpose.label}”: keep one, and choose "
                "something else, or nothing, at the others."
            )
    return found


def problems_of_field(field):
    """What is wrong with one question: sentences by the name of what to change."""
    found = {}
    kinds = KINDS.get(field.purpose, list(Kind))
    if field.field_type and field.field_type not in kinds:
        names = " or ".join(f"“{kind.label}”" for kind in kinds)
        found["field_type"] = f"For this use, choose {names}."
    if field.purpose in ALWAYS_ASKED and not field.required:
        found["required"] = "Tick this: nobody can be answered without it."
    if field.purpose in FREE and field.required:
        found["required"] = "Take this tick away: readers must be free to say no."
    needs_choices = field.field_type in WITH_CHOICES
    if (
        needs_choices
        and field.purpose != Purpose.MEMBERSHIP
        and not field.choices.strip()
    ):
        found["choices"] = "Write what readers can choose from, one choice a line."
    return found


class JoinPageForm(PageForm, WagtailAdminFormPageForm):
    """The form of the page about joining: it holds back a form that would not work."""

    def clean(self):
        cleaned = super().clean()
        if not self.is_deferred_validation and "form_fields" in self.formsets:
            forms = [
                form
                for form in self.formsets["form_fields"].forms
                if form.is_valid() and not form.cleaned_data.get("DELETE")
            ]
            for problem in problems_of_form([form.instance for form in forms]):
                self.add_error(None, ValidationError(problem))
            for form in forms:
                for name, problem in problems_of_field(form.instance).items():
                    form.add_error(name, problem)
        return cleaned
