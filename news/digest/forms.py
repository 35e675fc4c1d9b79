from datetime import date

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from wagtail.admin.widgets import AdminAutoHeightTextInput

from news.digest.composing import first_of, month_before
from news.digest.models import Digest

MONTHS_BACK = 12


def months():
    """This month and those before it that have no digest yet, as choices."""
    taken = set(Digest.objects.values_list("month", flat=True))
    month = this_month = first_of(timezone.localdate())
    for _ in range(MONTHS_BACK + 1):
        if month not in taken:
            name = date_format(month, "F Y")
            isnt_over = " (not over yet)" if month == this_month else ""
            yield month.isoformat(), f"{name}{isnt_over}"
        month = month_before(month)


class MonthForm(forms.Form):
    month = forms.TypedChoiceField(
        choices=months,
        coerce=date.fromisoformat,
        label="Month",
        error_messages={
            "invalid_choice": "There is a newsletter for that month, or it is long past."
        },
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        this_month = first_of(timezone.localdate()).isoformat()
        over = [month for month, _ in months() if month != this_month]
        self.initial.setdefault("month", next(iter(over), None))


class DigestForm(forms.ModelForm):
    class Meta:
        model = Digest
        fields = ["subject", "introduction"]
        widgets = {"introduction": AdminAutoHeightTextInput}

    def clean_subject(self):
        return " ".join(self.cleaned_data["subject"].split())
