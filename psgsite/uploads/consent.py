"""No page is published with a picture of people of whom nobody knows whether they agreed."""

from django.core.exceptions import ValidationError
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.blocks import StreamBlockValidationError
from wagtail.fields import StreamField
from wagtail.images import get_image_model


def unsettled(model, values):
    """What keeps a page of ``model`` from being published: a message for each field.

    ``values`` are those of its fields, by name. Only the page's own fields are looked at.
    """
    images = get_image_model()
    found = {name: pictures_of(model, name, value) for name, value in values.items()}
    unknown = images.objects.filter(
        pk__in={pk for pks in found.values() for pk in pks},
        consent=images.Consent.UNKNOWN,
    ).in_bulk()
    titles = {
        name: [str(unknown[pk]) for pk in dict.fromkeys(pks) if pk in unknown]
        for name, pks in found.items()
    }
    return {name: message(each) for name, each in titles.items() if each}


def pictures_of(model, name, value):
    """The keys of the images that the value of a field shows, in order."""
    field = model._meta.get_field(name)
    images = get_image_model()
    if not value:
        return []
    if field.many_to_one and field.related_model is images:
        return [value.pk]
    if hasattr(field, "extract_references"):
        references = field.extract_references(value)
        return [int(pk) for shown, pk, *_ in references if shown is images]
    return []


def message(titles):
    names = " and ".join(f"“{title}”" for title in titles)
    return (
        f"It isn’t known whether the people in {names} agreed to be shown. Ask, and say what "
        "you learn under Images, in “People shown”; or take the picture out."
    )


def unsettled_in(page):
    """The same messages for a page that is about to be published without its form."""
    names = [field.name for field in page._meta.fields if field.name != "page_ptr"]
    values = {name: getattr(page, name) for name in names if shows_pictures(page, name)}
    return list(unsettled(type(page), values).values())


def shows_pictures(page, name):
    field = page._meta.get_field(name)
    return field.related_model is get_image_model() or hasattr(
        field, "extract_references"
    )


class ConsentForm(WagtailAdminPageForm):
    """A page's form. A draft can be saved whatever is in it."""

    def clean(self):
        cleaned = super().clean()
        if not self.is_deferred_validation:
            model = self._meta.model
            own = {
                name: value
                for name, value in cleaned.items()
                if name in {field.name for field in model._meta.fields}
            }
            for name, text in unsettled(model, own).items():
                self.add_error(name, for_field(model._meta.get_field(name), text))
        return cleaned


def for_field(field, text):
    if isinstance(field, StreamField):
        return StreamBlockValidationError(non_block_errors=[ValidationError(text)])
    return ValidationError(text)
