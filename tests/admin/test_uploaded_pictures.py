"""What the admin says of files that are no pictures, or can't be used as such."""

import struct
import tracemalloc
import zlib

import pytest
from django.urls import reverse
from PIL import ImageFile

from psgsite.models import Image
from tests import factories
from tests.admin.uploading import (
    Stream,
    about,
    by_form,
    described,
    dropped,
    file,
    form_errors,
    in_place_of,
    post_stream,
    while_writing,
)
from tests.psgsite.picture_files import animated, opened, telling, told_by

pytestmark = pytest.mark.any_database

PICTURES = "wagtailimages"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def chunk(name, data):
    return (
        struct.pack(">I4s", len(data), name)
        + data
        + struct.pack(">I", zlib.crc32(name + data))
    )


def huge_png(side):
    """A PNG of so many pixels each way, in few bytes."""
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    rows = zlib.compressobj(9)
    row = bytes(1 + (side + 7) // 8)
    data = b"".join(rows.compress(row) for _ in range(side)) + rows.flush()
    parts = [(b"IHDR", header), (b"IDAT", data), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in parts)


def bad(what):
    jpeg, photograph = telling(), factories.picture()
    return {
        "a program": file("holiday.jpg", b"<?php system($_GET['c']); ?>"),
        "a text": file("notes.png", b"Bring the tripod."),
        "a drawing": file("map.svg", SVG),
        "a drawing in disguise": file("map.png", SVG),
        "an iPhone's picture": file("IMG_1.heic", jpeg),
        "a wrong ending": file("plaza.png", jpeg),
        "a truncated photograph": file("plaza.jpg", photograph[: len(photograph) // 2]),
        "a truncated drawing": file("map.png", telling("PNG")[:-60]),
        "nothing": file("plaza.jpg", b""),
        "30,000 by 30,000 pixels": file("wall.png", huge_png(30_000)),
        "13,000 by 13,000 pixels": file("wall.png", huge_png(13_000)),
        "many frames": file("wall.gif", animated("GIF")),
    }[what]


SAID = {
    "a program": ["This file is no picture", "save it as JPG or PNG"],
    "a text": ["This file is no picture", "save it as JPG or PNG"],
    "a drawing": ["a drawing, such as an SVG, as PNG, and upload that"],
    "a drawing in disguise": ["This file is no picture"],
    "an iPhone's picture": ["Save a photograph as JPG"],
    "a wrong ending": ["inside, the file is JPG", "Let its name end in .jpg"],
    "a truncated photograph": ["This picture is damaged", "Get it again"],
    "a truncated drawing": ["This picture is damaged", "Get it again"],
    "nothing": ["The file is empty", "Save the picture anew"],
    "30,000 by 30,000 pixels": ["at most 50 million", "Make the picture smaller"],
    "13,000 by 13,000 pixels": ["at most 50 million", "Make the picture smaller"],
}


@pytest.mark.parametrize("what", SAID)
def test_what_is_no_picture_is_refused_with_what_to_do(editor, what):
    errors = by_form(editor, PICTURES, bad(what))

    [message] = errors["file"]
    for words in SAID[what]:
        assert words in message
    assert not Image.objects.exists()


@pytest.mark.parametrize("what", ["a program", "a drawing", "a truncated photograph"])
def test_it_is_refused_whichever_way_it_comes(editor, what):
    factories.image(uploaded_by_user_id=editor.session["_auth_user_id"])
    kept = Image.objects.get()
    before = kept.file.name

    answers = [
        dropped(editor, PICTURES, bad(what))["error_message"],
        " ".join(while_writing(editor, PICTURES, bad(what))["file"]),
        " ".join(in_place_of(editor, PICTURES, kept, bad(what))["file"]),
    ]

    for answer in answers:
        assert all(words in answer for words in SAID[what])
    assert Image.objects.get().file.name == before
    assert kept.file.storage.exists(before)


def test_pixels_count_in_every_frame(editor, settings):
    settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 2 * 64 * 48

    errors = by_form(editor, PICTURES, bad("many frames"))

    assert "too many pixels" in errors["file"][0]


@pytest.mark.parametrize("side", [13_000, 30_000])
def test_a_huge_picture_is_not_decoded(editor, monkeypatch, side):
    def decoded(picture):
        pytest.fail(f"{picture.width} by {picture.height} pixels were decoded.")

    monkeypatch.setattr(ImageFile.ImageFile, "load", decoded)

    errors = by_form(editor, PICTURES, file("wall.png", huge_png(side)))

    assert "too many pixels" in errors["file"][0]


def test_an_upload_of_200_megabytes_is_refused_and_fills_no_memory(editor):
    fields = about(PICTURES)
    stream = Stream("plaza.jpg", "file", 200_000_000, fields, telling())
    editor.get(reverse("wagtailimages:add"))
    tracemalloc.start()

    response = post_stream(editor, reverse("wagtailimages:add"), stream)

    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    [message] = form_errors(response)["file"]
    assert "This file has 190.7" in message
    assert "at most 10.0" in message
    assert "Make the picture smaller" in message
    assert peak < 40_000_000


def test_the_browser_is_told_the_limits_before_it_uploads_many(editor):
    html = editor.get(reverse("wagtailimages:add_multiple")).content.decode()

    assert 'data-max-file-size="10485760"' in html
    assert "a drawing, such as an SVG, as PNG" in html
    assert "where, when and with which camera it was made is taken out." in html
    assert "said what it shows and who made it, and pressed “Update”" in html


@pytest.mark.parametrize("name", ["description", "credit"])
def test_a_picture_needs_a_description_and_a_credit(editor, name):
    jpeg = telling()
    for way in (by_form, while_writing):
        assert way(editor, PICTURES, file("a.jpg", jpeg), **{name: ""})
    key = dropped(editor, PICTURES, file("a.jpg", jpeg))["uploaded_file_id"]
    answer = described(editor, key, **{name: ""})

    assert not Image.objects.exists()
    assert {"description": "Say what", "credit": "Say who"}[name] in answer["form"]
    assert described(editor, key)["success"]


def ways(editor, content):
    """The picture as it is kept after each of the four ways to upload it."""
    by_form(editor, PICTURES, file("form.jpg", content))
    while_writing(editor, PICTURES, file("writing.jpg", content))
    key = dropped(editor, PICTURES, file("dropped.jpg", content))["uploaded_file_id"]
    described(editor, key)
    kept = factories.image(uploaded_by_user_id=editor.session["_auth_user_id"])
    in_place_of(editor, PICTURES, kept, file("instead.jpg", content))
    return Image.objects.all()


def test_every_way_keeps_pictures_upright_and_without_metadata(editor):
    kept = ways(editor, telling(orientation=6))

    assert len(kept) == 4
    for image in kept:
        with image.file.storage.open(image.file.name) as stored:
            content = stored.read()
        assert not told_by(content)
        assert opened(content).size == (64, 96) == (image.width, image.height)
        assert image.file_size == len(content)
    assert len({image.file_hash for image in kept}) == 1
