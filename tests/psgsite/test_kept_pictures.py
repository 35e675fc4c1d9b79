"""What is kept of an uploaded picture, and what is made of it, tells nothing but the picture."""

from hashlib import sha1

import pytest
from django.core.files.base import ContentFile

from psgsite.models import Image
from tests.psgsite.picture_files import KINDS, opened, telling, told_by

pytestmark = pytest.mark.django_db


def kept(content, name="a.jpg"):
    return Image.objects.create(title="Plaza", file=ContentFile(content, name=name))


def content_of(stored):
    with stored.file.storage.open(stored.file.name) as file:
        return file.read()


@pytest.mark.parametrize("kind", KINDS)
def test_the_original_tells_nothing(kind):
    given = telling(kind)
    image = kept(given, name=f"a.{kind.lower()}")

    assert told_by(given)
    assert not told_by(content_of(image))
    assert opened(content_of(image)).format == kind


@pytest.mark.parametrize("kind", KINDS)
def test_no_size_made_of_it_tells_anything(kind):
    image = kept(telling("JPEG"))

    made = image.get_rendition(f"width-48|format-{kind.lower()}")

    assert not told_by(content_of(made))
    assert not opened(content_of(made)).getexif()


def test_sizes_of_an_original_that_was_never_cleaned_tell_nothing():
    image = kept(telling("JPEG"))
    with open(image.file.path, "wb") as file:  # noqa: PTH123
        file.write(telling("JPEG"))

    made = image.get_renditions(
        "width-48", "width-40|format-webp", "width-32|format-avif"
    )

    assert told_by(content_of(image))
    assert not any(told_by(content_of(rendition)) for rendition in made.values())


def test_size_hash_and_measures_are_those_of_what_is_kept():
    image = kept(telling("JPEG", orientation=6))
    content = content_of(image)

    image = Image.objects.get()

    assert image.file_size == len(content)
    assert image.file_hash == sha1(content).hexdigest()  # noqa: S324 Wagtail's choice
    assert (image.width, image.height) == (64, 96)
