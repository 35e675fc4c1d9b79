"""Pictures that were uploaded before metadata was left out."""

from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.models import UploadedFile

from psgsite.uploads.metadata import without_metadata

# Nobody finds the way back to what was dropped and not described.
FORGOTTEN_AFTER = timedelta(days=1)


def cleaned_content(stored):
    """The file as it should be, or None if it is that already. OSError if it can't be read."""
    with stored.storage.open(stored.name) as file:
        content = file.read()
    kept = without_metadata(content)
    return None if kept == content else kept


def clean_original(image, content):
    """Put a picture's new content in place of its file, and throw away its sizes.

    The old file goes last, so that nothing is lost if this is interrupted.
    """
    storage, old_name = image.file.storage, image.file.name
    old_width, old_height = image.width, image.height
    image.file.save(old_name.rpartition("/")[2], ContentFile(content), save=False)
    move_focal_point(image, image.width / old_width, image.height / old_height)
    image.save()
    for size in image.renditions.all():
        size.delete()
    storage.delete(old_name)


def move_focal_point(image, across, down):
    """Editors marked it on the upright picture, in the measures of the one that lay."""
    if image.has_focal_point():
        image.focal_point_x = round(image.focal_point_x * across)
        image.focal_point_y = round(image.focal_point_y * down)
        image.focal_point_width = round(image.focal_point_width * across)
        image.focal_point_height = round(image.focal_point_height * down)


def forgotten_uploads():
    """Pictures that were dropped on the page of uploads a day ago, and never described."""
    pictures = ContentType.objects.get_for_model(get_image_model())
    last = timezone.now() - FORGOTTEN_AFTER
    return [
        upload
        for upload in UploadedFile.objects.filter(for_content_type=pictures)
        if upload.file.storage.get_modified_time(str(upload.file.name)) < last
    ]
