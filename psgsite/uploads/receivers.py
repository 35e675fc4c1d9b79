"""Pictures dropped on the page of uploads, which wait there until they are described."""

from django.db.models.signals import pre_save
from django.dispatch import receiver
from wagtail.images import get_image_model

from psgsite.uploads.fields import cleaned


@receiver(pre_save, sender="wagtailcore.UploadedFile")
def keep_no_metadata(instance, **kwargs):
    is_picture = instance.for_content_type.model_class() is get_image_model()
    if is_picture and instance._state.adding:
        instance.file = cleaned(instance.file, instance.file.name)
