"""Pictures without metadata: the place, the camera and the names in them endanger people.

Nothing is lost of what is seen. Only a picture that its metadata turn is encoded anew, and
an AVIF, whose parts can't be left out without moving the others.
"""

import struct
from io import BytesIO

from PIL import ExifTags, ImageOps, ImageSequence, JpegImagePlugin
from PIL import Image as PillowImage

from psgsite.uploads import formats

UPRIGHT = 1
SIDEWAYS = {5, 6, 7, 8}  # values of Exif's orientation by which height becomes width
KEPT_INFO = {"icc_profile", "transparency", "duration", "loop", "background"}

# Where an AVIF names its parts, and those that aren't the picture.
AVIF_HEAD = 8192
AVIF_METADATA = (b"Exif", b"mime", b"uuid", b"udta")


def whole(content):
    return content


STRIP = {
    "JPEG": formats.jpeg,
    "MPO": formats.jpeg,
    "PNG": formats.png,
    "GIF": formats.gif,
    "WEBP": formats.webp,
}


def without_metadata(content: bytes) -> bytes:
    """Return the file of the same picture, in the same format, upright, and without metadata.

    Given its own result, it returns the same bytes. What isn't a picture, or is damaged,
    raises OSError.
    """
    try:
        with PillowImage.open(BytesIO(content)) as picture:
            return stripped(picture, content)
    except OSError:
        raise
    except Exception as error:  # each format's decoder fails in ways of its own
        raise OSError(f"not a picture, or damaged: {error}") from error


def stripped(picture, content):
    strip = STRIP.get(picture.format or "", whole)
    if is_turned(picture) or (strip is whole and has_metadata(picture, content)):
        content = encoded_anew(picture, content)
    try:
        return strip(content)
    except (ValueError, IndexError, struct.error):
        return strip(encoded_anew(picture, content))


def is_turned(picture):
    # Nothing here can turn the frames of an animation, which no camera turns.
    return orientation(picture) != UPRIGHT and not is_animated(picture)


def orientation(picture):
    return picture.getexif().get(ExifTags.Base.Orientation, UPRIGHT)


def is_animated(picture):
    # The second picture of an MPO is another view of the first.
    return picture.format != "MPO" and getattr(picture, "n_frames", 1) > 1


def has_metadata(picture, content):
    head = content[:AVIF_HEAD]
    return bool(
        picture.info.get("exif")
        or picture.info.get("xmp")
        or any(name in head for name in AVIF_METADATA)
    )


def encoded_anew(picture, content):
    options = encoding(picture, content)
    frames = [
        bare(ImageOps.exif_transpose(frame))
        for frame in (
            ImageSequence.Iterator(picture) if is_animated(picture) else [picture]
        )
    ]
    first, *others = frames
    if others:
        options |= {"save_all": True, "append_images": others}
    file = BytesIO()
    first.save(file, **options)
    return file.getvalue()


def bare(picture):
    picture.info = {
        name: value for name, value in picture.info.items() if name in KEPT_INFO
    }
    return picture


def encoding(picture, content):
    """How to save a picture as it was saved before: as fine, and in the same colours."""
    options = {"icc_profile": picture.info.get("icc_profile")}
    if picture.format in {"JPEG", "MPO"}:
        return options | {
            "format": "JPEG",
            "qtables": tables(picture),
            "subsampling": max(JpegImagePlugin.get_sampling(picture), 0),
            "progressive": bool(picture.info.get("progressive")),
            "optimize": True,
        }
    if picture.format == "WEBP":
        lossless = b"VP8L" in content[:AVIF_HEAD]
        return options | {"format": "WEBP", "lossless": lossless, "quality": 95}
    if picture.format == "AVIF":
        return options | {"format": "AVIF", "quality": 90}
    return options | {"format": picture.format}


def tables(picture):
    """What a JPEG rounded by, which turns with the picture."""
    found = [list(table) for table in picture.quantization.values()]
    if orientation(picture) not in SIDEWAYS:
        return found
    return [
        [table[8 * column + row] for row in range(8) for column in range(8)]
        for table in found
    ]
