"""The admin's forms for pictures and documents: what they ask for, and what they refuse."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from wagtail.images.forms import BaseImageForm

from psgsite.document_report import DocumentForm as DocumentFormWithReport
from psgsite.uploads.documents import ending, why_refused
from psgsite.uploads.pictures import PictureUploadField

REQUIRED = {
    "description": "Say what the picture shows, for those who can’t see it.",
    "credit": "Say who made the picture. If nobody knows, write “Unknown”.",
}


class PictureForm(BaseImageForm):
    """Asks who made a picture and what it shows while whoever uploads it still knows."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            given = self.fields["file"]
            self.fields["file"] = PictureUploadField(
                label=given.label, widget=given.widget, required=given.required
            )
        for name in REQUIRED.keys() & self.fields.keys():
            self.fields[name].required = True
            self.fields[name].error_messages["required"] = REQUIRED[name]
        if "description" in self.fields:
            self.fields[
                "description"
            ].help_text = "What the picture shows: read out to those who can’t see it."


class DocumentForm(DocumentFormWithReport):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            field = self.fields["file"]
            limit = filesizeformat(settings.WAGTAILDOCS_MAX_UPLOAD_SIZE)
            if not self.instance.text_problem:
                field.help_text = (
                    f"{kinds()}, at most {limit}; "
                    "what a file tells of its author stays in it."
                )
            smaller = "Make it smaller, such as with fewer pictures, or split it."
            field.error_messages |= {
                "empty": "The file is empty. Save it anew, and upload it again.",
                "file_too_large": "This file has %(file_size)s; at most %(max_filesize)s "
                "can be uploaded. " + smaller,
                "file_too_large_unknown_size": "This file is too large; at most "
                f"{limit} can be uploaded. {smaller}",
            }

    def clean_file(self):
        file = self.cleaned_data["file"]
        if isinstance(file, UploadedFile):
            if ending(file) not in settings.WAGTAILDOCS_EXTENSIONS:
                raise ValidationError(
                    f"Only these kinds can be uploaded: {kinds()}. Save it as one of them, "
                    "best as PDF, and upload that."
                )
            if why := why_refused(file):
                raise ValidationError(why)
        return file


def kinds():
    return ", ".join(settings.WAGTAILDOCS_EXTENSIONS).upper()
