"""Metadata goes and the picture stays: its pixels, colours, frames, and which side is up."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ExifTags, ImageChops, ImageStat
from PIL import Image as PillowImage

from psgsite.uploads.metadata import without_metadata
from tests.psgsite.picture_files import (
    KINDS,
    PROFILE,
    animated,
    drawn,
    opened,
    telling,
    told_by,
)

pytestmark = pytest.mark.any_database

# From Exif's numbers to where the corner that was at the top left is then seen.
TURNED = {
    2: "top right",
    3: "bottom right",
    4: "bottom left",
    5: "top left",
    6: "top right",
    7: "bottom right",
    8: "bottom left",
}


def difference(one, other):
    """How far two pictures are apart, from 0 to 255, at the mean of all pixels."""
    difference = ImageChops.difference(one.convert("RGB"), other.convert("RGB"))
    return max(ImageStat.Stat(difference).mean)


def red_corner(picture):
    width, height = picture.size
    places = {
        "top left": (5, 5),
        "top right": (width - 6, 5),
        "bottom left": (5, height - 6),
        "bottom right": (width - 6, height - 6),
    }
    pixels = {name: picture.convert("RGB").getpixel(at) for name, at in places.items()}
    return [name for name, (r, g, b) in pixels.items() if r > 150 and g + b < 100]


@pytest.mark.parametrize("kind", KINDS)
def test_all_metadata_goes(kind):
    given = telling(kind)

    kept = without_metadata(given)

    assert told_by(given)
    assert not told_by(kept)
    assert not opened(kept).getexif()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_an_upright_picture_keeps_every_pixel(kind):
    given = telling(kind)

    kept = without_metadata(given)

    assert opened(kept).tobytes() == opened(given).tobytes()


def test_a_progressive_and_a_printers_picture_keep_every_pixel():
    for mode, options in (
        ("L", {"progressive": True}),
        ("CMYK", {"comment": "Huaraz"}),
    ):
        file = BytesIO()
        drawn().convert(mode).save(file, "JPEG", **options)

        kept = without_metadata(file.getvalue())

        assert opened(kept).tobytes() == opened(file.getvalue()).tobytes()
        assert not told_by(kept)


@pytest.mark.parametrize("kind", KINDS)
def test_the_colour_profile_stays(kind):
    kept = without_metadata(telling(kind, orientation=6))

    assert opened(kept).info["icc_profile"] == PROFILE


@pytest.mark.parametrize("orientation", TURNED)
@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_is_kept_as_it_was_seen(kind, orientation):
    kept = opened(without_metadata(telling(kind, orientation=orientation)))

    assert red_corner(kept) == [TURNED[orientation]]
    assert kept.size == ((64, 96) if orientation > 4 else (96, 64))
    assert ExifTags.Base.Orientation not in kept.getexif()


def test_a_turned_photograph_loses_nothing_that_one_sees():
    given = telling("JPEG", orientation=6, quality=90)

    kept = opened(without_metadata(given))

    seen = opened(given).transpose(PillowImage.Transpose.ROTATE_270)
    assert difference(kept, seen) < 1
    assert len(without_metadata(given)) < 1.2 * len(given)


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_an_animation_goes_on_moving(kind):
    given = animated(kind)

    kept = without_metadata(given)

    assert told_by(given) or kind == "PNG"
    assert not told_by(kept)
    with opened(given) as before, opened(kept) as after:
        assert after.n_frames == before.n_frames == 3
        for number in range(3):
            before.seek(number)
            after.seek(number)
            assert after.convert("RGB").tobytes() == before.convert("RGB").tobytes()
            assert after.info["duration"] == before.info["duration"]
        assert after.info["loop"] == 0


@pytest.mark.parametrize("orientation", [1, 6])
@pytest.mark.parametrize("kind", KINDS)
def test_a_second_time_changes_nothing(kind, orientation):
    once = without_metadata(telling(kind, orientation=orientation))

    assert without_metadata(once) == once


def test_what_stands_behind_the_end_goes():
    for kind, more in (("JPEG", b"<?php"), ("PNG", b"<?php"), ("GIF", b"<?php")):
        file = BytesIO()
        drawn().save(file, kind)

        assert without_metadata(file.getvalue() + more) == without_metadata(
            file.getvalue()
        )


def test_a_gif_without_its_end_is_kept_whole():
    given = animated("GIF")[:-1]

    kept = opened(without_metadata(given))

    assert kept.n_frames == 3


@pytest.mark.parametrize("content", [b"", b"Not a picture.", telling()[:40]])
def test_what_is_no_picture_is_refused(content):
    with pytest.raises(OSError):
        without_metadata(content)


@settings(max_examples=120, deadline=None)
@given(
    kind=st.sampled_from(["JPEG", "PNG", "WEBP", "GIF"]),
    at=st.floats(0, 1, exclude_max=True),
    byte=st.integers(0, 255),
)
def test_a_damaged_file_is_refused_or_tells_nothing(kind, at, byte):
    content = bytearray(animated("GIF") if kind == "GIF" else telling(kind))
    content[int(at * len(content))] = byte

    try:
        kept = without_metadata(bytes(content))
    except OSError:
        return

    assert not told_by(kept)
