"""The form above the list of enquiries: which of them to show."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.utils import timezone
from wagtail.admin.widgets import AdminDateInput

from about.joining.admin.searching import has_words, opened, sealed

WAITING, HANDLED = "new", "handled"


class CriteriaForm(forms.Form):
    words = forms.CharField(
        required=False,
        max_length=200,
        label="Search",
        widget=forms.TextInput(
            attrs={"placeholder": "Name, e-mail or any answer", "autocomplete": "off"}
        ),
    )
    state = forms.ChoiceField(
        required=False,
        label="State",
        choices=[("", "All"), (WAITING, "New"), (HANDLED, "Handled")],
    )
    kind = forms.ChoiceField(required=False, label="Kind of membership")
    since = forms.DateField(required=False, label="Sent from", widget=AdminDateInput)
    until = forms.DateField(required=False, label="Sent until", widget=AdminDateInput)

    # Whether there were words that can't be opened any more.
    is_forgotten = False

    def __init__(self, *args, kinds, **kwargs):
        super().__init__(*args, **kwargs)
        named = [(kind, kind) for kind in sorted(kinds) if kind]
        kind: Any = self.fields["kind"]
        kind.choices = [("", "All"), *named]

    @classmethod
    def asked_for(cls, request, kinds):
        """The form as the address of the request fills it in."""
        token = request.GET.get("search", "")
        words = opened(token, request) if token else ""
        form = cls(request.GET.dict() | {"words": words or ""}, kinds=kinds)
        form.is_forgotten = words is None
        return form

    def query(self, request):
        """What an address says of it; the words can be read in this session alone."""
        given = {name: value for name, value in self.cleaned_data.items() if value}
        if words := given.pop("words", ""):
            given["search"] = sealed(words, request)
        return urlencode(given)

    @property
    def narrows(self):
        return any(self.cleaned_data.values())

    def matches(self, enquiry):
        asked = self.cleaned_data
        day = timezone.localdate(enquiry.submit_time)
        return (
            (not asked["state"] or (asked["state"] == WAITING) == enquiry.is_waiting)
            and (not asked["kind"] or asked["kind"] == enquiry.membership)
            and (not asked["since"] or asked["since"] <= day)
            and (not asked["until"] or asked["until"] >= day)
            and has_words(enquiry, asked["words"])
        )
