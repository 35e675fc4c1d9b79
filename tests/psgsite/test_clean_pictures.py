"""The command that cleans pictures which were uploaded before metadata was left out."""

import os
import time
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.core.management import call_command
from wagtail.models import UploadedFile

from psgsite.models import Image, Rendition
from tests import factories
from tests.psgsite.picture_files import opened, telling, told_by

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def uploaded_earlier(content, **fields):
    """A picture as it was kept before: the bytes of its file as they came."""
    image = factories.image(**fields)
    Path(image.file.path).write_bytes(content)
    # As the file lies, whatever way up it is seen.
    width, height = opened(content).size
    Image.objects.filter(pk=image.pk).update(width=width, height=height, file_hash="")
    return Image.objects.get(pk=image.pk)


def size_of(image):
    """A size of the picture that tells what the picture told."""
    size = image.get_rendition("width-48")
    Path(size.file.path).write_bytes(telling())
    return size


def clean(*options):
    said, complaints = StringIO(), StringIO()
    call_command("clean_pictures", *options, stdout=said, stderr=complaints)
    return said.getvalue(), complaints.getvalue()


def test_an_original_is_cleaned_and_its_sizes_go(committed):
    image = uploaded_earlier(telling())
    old, size = Path(image.file.path), size_of(image)

    with committed():
        said, _ = clean()

    image.refresh_from_db()
    kept = Path(image.file.path).read_bytes()
    assert not told_by(kept)
    assert image.file_size == len(kept)
    assert not old.exists() or old == Path(image.file.path)
    assert not Rendition.objects.exists()
    assert not Path(size.file.path).exists()
    assert said.startswith("1 originals cleaned")


def test_a_size_that_tells_something_goes_even_if_the_original_does_not(committed):
    image = factories.image()
    size, good = size_of(image), image.get_rendition("width-40")

    with committed():
        clean()

    assert not Rendition.objects.filter(pk=size.pk).exists()
    assert Rendition.objects.get() == good
    assert not told_by(Path(image.get_rendition("width-48").file.path).read_bytes())


def test_a_second_time_there_is_nothing_to_do():
    size_of(uploaded_earlier(telling(orientation=6)))
    clean()
    before = Image.objects.values().get()
    Image.objects.get().get_rendition("width-48")

    said, _ = clean()

    assert said.startswith(
        "0 originals cleaned, 0 other sizes thrown away, 0 forgotten"
    )
    assert Image.objects.values().get() == before


def test_a_dry_run_counts_and_changes_nothing():
    image = uploaded_earlier(telling())
    size = size_of(image)

    said, _ = clean("--dry-run")

    assert said.startswith("1 originals cleaned, 1 other sizes thrown away")
    assert "nothing was changed" in said
    assert told_by(Path(image.file.path).read_bytes())
    assert told_by(Path(size.file.path).read_bytes())


def test_what_an_editor_marked_stays_marked_as_the_picture_is_turned():
    image = uploaded_earlier(telling(orientation=6))
    marked = {"focal_point_x": 48, "focal_point_y": 16}
    marked |= {"focal_point_width": 12, "focal_point_height": 8}
    Image.objects.filter(pk=image.pk).update(**marked)

    clean()

    image.refresh_from_db()
    assert (image.width, image.height) == (64, 96)
    assert (image.focal_point_x, image.focal_point_y) == (32, 24)
    assert (image.focal_point_width, image.focal_point_height) == (8, 12)


def test_a_missing_and_a_damaged_file_are_named_and_the_others_cleaned():
    missing, damaged, good = (
        uploaded_earlier(telling(), title=title)
        for title in ("Missing", "Damaged", "Good")
    )
    Path(missing.file.path).unlink()
    Path(damaged.file.path).write_bytes(b"")

    said, complaints = clean()

    assert "“Missing”: the file can't be read" in complaints
    assert "“Damaged”: the file can't be read" in complaints
    assert complaints.count("Upload it again.") == 2
    assert said.startswith("1 originals cleaned")
    good.refresh_from_db()
    assert not told_by(Path(good.file.path).read_bytes())


def test_pictures_that_were_dropped_and_never_described_go():
    old, new = (
        UploadedFile.objects.create(
            for_content_type=ContentType.objects.get_for_model(Image),
            file=ContentFile(telling(), name="dropped.jpg"),
        )
        for _ in range(2)
    )
    two_days_ago = time.time() - 2 * 24 * 60 * 60
    os.utime(old.file.path, (two_days_ago, two_days_ago))

    said, _ = clean()

    assert UploadedFile.objects.get() == new
    assert not Path(old.file.path).exists()
    assert "1 forgotten uploads deleted" in said
    assert not told_by(Path(new.file.path).read_bytes())
