"""The admin's page on which one sees, gives out and erases what is held of a person."""

from datetime import datetime

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.shortcuts import redirect
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from psgsite.personal_data.holdings import counted, erase, held
from psgsite.personal_data.logs import ERASED, GIVEN_OUT, SHOWN, log_person
from psgsite.wrong_key import WrongKeyMixin


def may_handle(user):
    return user.has_perm("psgsite.handle_personaldata")


class PersonalDataMenuItem(MenuItem):
    def is_shown(self, request):
        return may_handle(request.user)


class PersonForm(forms.Form):
    email = forms.EmailField(
        label="E-mail address",
        help_text="The address that the person gave; capitals don’t matter.",
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )


class PersonView(WrongKeyMixin, WagtailAdminTemplateMixin, View):
    """Posted to itself, so that the address is in no log; ``do`` says what is asked for."""

    template_name = "psgsite/personal_data/person.html"
    page_title = "One person’s data"
    header_icon = "user"

    def dispatch(self, request):
        if not may_handle(request.user):
            raise PermissionDenied
        return super().dispatch(request)

    def get(self, request):
        return self.show(PersonForm())

    def post(self, request):
        form = PersonForm(request.POST)
        if not form.is_valid():
            return self.show(form)
        email = form.cleaned_data["email"]
        asked = request.POST.get("do")
        if asked == "erase":
            return self.erase(email)
        found = held(email)
        if asked == "download":
            self.log(GIVEN_OUT, found)
            return download(email, found)
        if asked != "ask":
            self.log(SHOWN, found)
        return self.show(form, found=found, asks=asked == "ask")

    def show(self, form, *, found=None, asks=False):
        context = self.get_context_data(
            form=form,
            is_looked_up=found is not None,
            summary=counted(numbers(found or {})),
            parts=[(name, outline(items)) for name, items in (found or {}).items()],
            asks=asks,
        )
        return self.render_to_response(context)

    def erase(self, email):
        erased = erase(email)
        log_person(ERASED, erased, self.request.user, deleted=True)
        # Messages are kept in a cookie: nothing that names anybody.
        said = counted(erased) or "nothing, for nothing was held"
        messages.success(self.request, f"Erased: {said}.")
        return redirect("one_person")

    def log(self, action, found):
        log_person(action, numbers(found), self.request.user)

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]


def numbers(found):
    return {name: len(items) for name, items in found.items()}


def outline(value):
    """The same for a template, which can't ask what a value is: pairs, a list or a text."""
    if isinstance(value, dict):
        pairs = [
            (name.replace("_", " "), outline(each)) for name, each in value.items()
        ]
        return {"pairs": pairs}
    if isinstance(value, list):
        return {"listed": [outline(each) for each in value]}
    if isinstance(value, bool):
        return {"text": "Yes" if value else "No"}
    if isinstance(value, datetime):
        return {"text": date_format(localtime(value), "j F Y, H:i")}
    return {"text": "" if value is None else value}


def download(email, found):
    response = JsonResponse(
        {"email": email, "held": found},
        json_dumps_params={"indent": 2, "ensure_ascii": False},
    )
    response["Content-Disposition"] = 'attachment; filename="personal-data.json"'
    return response
