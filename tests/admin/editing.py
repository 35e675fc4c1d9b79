"""What people do in the admin, as the requests that their browser then makes."""

from html import unescape

from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils.html import strip_tags
from wagtail.test.utils.form_data import (
    inline_formset,
    nested_form_data,
    rich_text,
    streamfield,
)

from about.models import THANKS, JoinPage
from home.sample_content import QUESTIONS
from news.models import ArticlePage

SAVE = {}
PUBLISH = {"action-publish": "action-publish"}
SUBMIT = {"action-submit": "Submit"}

# The browser sends every text field, filled in or not.
TEXT_FIELDS = [
    "summary",
    "seo_title",
    "search_description",
    "menu_title",
    "go_live_at",
    "expire_at",
]
ARTICLE = {
    "title": "Verdict due",
    "slug": "verdict-due",
    "date": "2014-12-08",
    "summary": "Judges meet in Lima.",
    "image": "",
    "image_alt_text": "",
    "image_caption": "",
    "byline": "",
}


def join():
    """The form of a page about joining, with the questions of a new site."""
    rows = [row | {"required": row.get("required", True)} for row in QUESTIONS]
    ticks = [
        {name: "on" if value is True else value for name, value in row.items() if value}
        for row in rows
    ]
    return {
        "thanks": rich_text(THANKS),
        "mail_text": "Hello",
        "form_fields": inline_formset(ticks),
    }


def form(model, **fields):
    """The posted form of a page of ``model``; streams are lists of (type, value)."""
    name = model._meta.model_name
    usual = ARTICLE if model is ArticlePage else {"title": f"A {name}", "slug": name}
    if model is JoinPage:
        usual = usual | join()
    filled = dict.fromkeys(TEXT_FIELDS, "") | usual | fields
    streams = {
        stream: streamfield(filled.pop(stream, []))
        for stream in model.get_streamfield_names()
    }
    nested = streams | {"form_fields": filled.pop("form_fields", {})}
    return filled | nested_form_data(nested)


def questions_of(page, *, without=(), **more):
    """The questions of the page as its form posts them."""
    kept = [
        {
            "id": each.pk,
            "label": each.label,
            "purpose": each.purpose,
            "field_type": each.field_type,
            "help_text": each.help_text,
            "DELETE": "on" if each.purpose in without else "",
        }
        | ({"required": "on"} if each.required else {})
        for each in page.form_fields.all()
    ]
    return inline_formset([*kept, *([more] if more else [])], initial=len(kept))


def add_url(parent, model):
    names = [model._meta.app_label, model._meta.model_name]
    return reverse("wagtailadmin_pages:add", args=[*names, parent.pk])


def add(client, parent, model=ArticlePage, action=SAVE, **fields):
    return client.post(add_url(parent, model), form(model, **fields) | action)


def edit_url(edited):
    return reverse("wagtailadmin_pages:edit", args=[edited.pk])


def edit(client, edited, action=SAVE, **fields):
    if isinstance(edited, JoinPage):
        fields = {"form_fields": questions_of(edited)} | fields
    return client.post(edit_url(edited), form(type(edited), **fields) | action)


def do(client, what, target, *more, **data):
    """Confirm an action on a page, such as "delete"; ``more`` goes into its address."""
    address = reverse(f"wagtailadmin_pages:{what}", args=[target.pk, *more])
    return client.post(address, data)


def was_refused(response):
    """Whether the admin sent the person away, saying that they may not do this."""
    return response.status_code == 302 and any(
        "do not have permission" in message for message in messages(response)
    )


def messages(response):
    """What the admin says at the top of the next page, without its buttons' markup."""
    said = [strip_tags(str(text)) for text in get_messages(response.wsgi_request)]
    return [" ".join(unescape(text).split()) for text in said]


def errors(response):
    """What the form says, by field."""
    return response.context["form"].errors


def stream_errors(response, stream="body"):
    """What a stream says, by the place: ``{"0.image.alt_text": "Please add…"}``."""
    (error,) = errors(response)[stream].as_data()
    return dict(places(error.as_json_data()))


def places(error, *path):
    for message in error.get("messages", []):
        yield ".".join(path), message
    for key, inner in error.get("blockErrors", {}).items():
        yield from places(inner, *path, str(key))
