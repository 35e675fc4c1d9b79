"""The field that keeps an uploaded picture, by whatever way it came."""

from django.core.files.base import ContentFile
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile
from wagtail.utils.file import hash_filelike

from psgsite.uploads.metadata import without_metadata


class PictureFile(WagtailImageFieldFile):
    """Only what is left without metadata reaches the disk."""

    def save(self, name, content, save=True):  # noqa: FBT002 Django's own
        kept = cleaned(content, name)
        self.instance.file_size = kept.size
        self.instance.file_hash = hash_filelike(kept)
        super().save(name, kept, save)


class PictureField(WagtailImageField):
    attr_class = PictureFile


def cleaned(file, name):
    """A copy of an open file of a picture, without its metadata."""
    file.seek(0)
    return ContentFile(without_metadata(file.read()), name=name)
