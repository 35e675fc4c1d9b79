"""Which files are taken for pictures, and what editors read about the others."""

import warnings
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from PIL import Image, ImageSequence, UnidentifiedImageError
from wagtail.images.fields import WagtailImageField

ENDINGS = {
    "AVIF": ["avif"],
    "GIF": ["gif"],
    "JPEG": ["jpg", "jpeg"],
    "MPO": ["jpg", "jpeg"],  # two pictures in one file, as some cameras make
    "PNG": ["png"],
    "WEBP": ["webp"],
}
SMALLER = "Make the picture smaller, such as 2,400 pixels wide, and upload it again."
MESSAGES = {
    "empty": "The file is empty. Save the picture anew, and upload it again.",
    "invalid_image": "This file is no picture, whatever its name says. Open it in a program "
    "for pictures, save it as JPG or PNG, and upload that.",
    "invalid_image_extension": "Only AVIF, GIF, JPG, PNG and WEBP can be uploaded. Save a "
    "photograph as JPG, and a drawing, such as an SVG, as PNG, and upload that.",
    "invalid_image_known_format": "The name ends in .%(extension)s, but inside, the file is "
    "%(image_format)s. Let its name end in .%(right)s, and upload it again.",
    "file_too_large": "This file has %(file_size)s; at most %(max_filesize)s can be "
    "uploaded. " + SMALLER,
    "file_too_many_pixels": "This picture has too many pixels; at most %(millions)s million "
    "can be used, such as 8,000 by 6,000. " + SMALLER,
    "damaged": "This picture is damaged: a part of the file is missing. Get it again from "
    "where it came, or save it anew, and upload that.",
}


class PictureUploadField(WagtailImageField):
    """Looks at the file's size, name and measures before anything decodes the picture."""

    def __init__(self, **options):
        super().__init__(**options)
        self.error_messages |= MESSAGES | {
            "file_too_large_unknown_size": "This file is too large; at most "
            f"{self.max_upload_size_text} can be uploaded. {SMALLER}"
        }
        self.help_text = (
            f"{self.supported_formats_text}, at most {self.max_upload_size_text}; where, "
            "when and with which camera it was made is taken out."
        )

    def to_python(self, data):
        if data and data.size:
            self.refuse_by_size(data)
            self.refuse_by_name(data)
            self.refuse_by_content(data)
            data.seek(0)
        return super().to_python(data)

    def refuse(self, code, **facts):
        raise ValidationError(self.error_messages[code], code, facts)

    def refuse_by_size(self, file):
        if file.size > self.max_upload_size:
            self.refuse(
                "file_too_large",
                file_size=filesizeformat(file.size),
                max_filesize=self.max_upload_size_text,
            )

    def refuse_by_name(self, file):
        if ending(file) not in self.allowed_image_extensions:
            self.refuse("invalid_image_extension")

    def refuse_by_content(self, file):
        file.seek(0)
        try:
            with warnings.catch_warnings():
                # Pillow warns of large pictures before it refuses them; the limit here is lower.
                warnings.simplefilter("ignore", Image.DecompressionBombWarning)
                picture = Image.open(file)
        except Image.DecompressionBombError:
            self.refuse_by_pixels()
        except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
            self.refuse("invalid_image")
        self.refuse_by_format(file, picture)
        try:
            pixels = picture.width * picture.height * getattr(picture, "n_frames", 1)
            if pixels > self.max_image_pixels:
                self.refuse_by_pixels()
            decode(picture)
        except ValidationError:
            raise
        except Exception:
            self.refuse("damaged")

    def refuse_by_format(self, file, picture):
        if picture.format not in ENDINGS:
            self.refuse("invalid_image")
        right, *also = ENDINGS[picture.format]
        if ending(file) not in [right, *also]:
            self.refuse(
                "invalid_image_known_format",
                extension=ending(file),
                image_format=right.upper(),
                right=right,
            )

    def refuse_by_pixels(self):
        self.refuse("file_too_many_pixels", millions=self.max_image_pixels // 10**6)


def ending(file):
    return PurePath(file.name).suffix.lower().removeprefix(".")


def decode(picture):
    """Read all of the file. A JPEG comes out at an eighth of its size, to save memory."""
    picture.draft(None, (picture.width // 8, picture.height // 8))
    for frame in ImageSequence.Iterator(picture):
        frame.load()
