"""What must exist before the first migration: people, pictures, files, the organisation."""

from functools import partial
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import models, transaction
from taggit.managers import TaggableManager
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.documents.models import AbstractDocument
from wagtail.documents.models import DocumentQuerySet as WagtailDocumentQuerySet
from wagtail.fields import StreamField
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    SourceImageIOError,
    get_upload_to,
)
from wagtail.images.models import Image as WagtailImage

from psgsite.blocks import SocialLinkBlock
from psgsite.document_text import text_or_problem
from psgsite.tasks import announce, read_document
from psgsite.uploads.fields import PictureField, cleaned
from psgsite.uploads.privacy import restrictions_above


class User(AbstractUser):
    """Someone who signs in."""

    has_one_time_password = models.BooleanField(default=False, editable=False)

    def set_password(self, raw_password):
        super().set_password(raw_password)
        self.has_one_time_password = False


def uploader(related_name):
    field = models.ForeignKey(
        User,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name=related_name,
        verbose_name="uploaded by",
    )
    # As in Wagtail's own models.
    setattr(field, "wagtail_reference_index_ignore", True)  # noqa: B010
    return field


class Image(AbstractImage):
    """A picture, with who made it, how it may be used, and whether those shown agreed."""

    class Consent(models.TextChoices):
        NOBODY = "nobody", "Nobody can be recognised"
        AGREED = "agreed", "Everyone who can be recognised agreed"
        PUBLIC = "public", "Public figures or a public event"
        UNKNOWN = "unknown", "Not known: do not publish yet"

    # As Wagtail's own, and without metadata.
    file = PictureField(
        upload_to=get_upload_to, width_field="width", height_field="height"
    )
    credit = models.CharField(
        max_length=150,
        blank=True,
        help_text="Who made the picture, as it is printed beside it.",
    )
    licence = models.CharField(
        max_length=150,
        blank=True,
        help_text="Under what terms we may use it, such as “CC BY 4.0” or "
        "“given by the photographer for this site”.",
    )
    consent = models.CharField(
        "people shown",
        max_length=10,
        choices=Consent.choices,
        default=Consent.UNKNOWN,
        help_text="A picture can put someone in danger: if in doubt, leave it out.",
    )

    # Wagtail's own image model, which stays installed, has the default reverse names.
    uploaded_by_user = uploader("uploaded_images")
    tags = TaggableManager(blank=True, related_name="psg_images")

    admin_form_fields = (
        *WagtailImage.admin_form_fields[:3],
        "credit",
        "licence",
        "consent",
        *WagtailImage.admin_form_fields[3:],
    )

    class Meta(AbstractImage.Meta):
        permissions = [("choose_image", "Can choose image")]

    def save(self, *args, **kwargs):
        # First of all fields, for others say how large the file is that is kept.
        self.file.field.pre_save(self, self._state.adding)
        super().save(*args, **kwargs)

    @property
    def default_alt_text(self):
        # Wagtail falls back on the title, which is often a file's name.
        return self.description

    # Wagtail's name.
    def generate_rendition_file(self, filter, **source):  # noqa: A002
        """Let a damaged file count as a missing one, for which pages show a gap."""
        # A misspelt size is a mistake in a template, and must not look like damage.
        _ = filter.operations
        try:
            made = super().generate_rendition_file(filter, **source)
            return cleaned(made, made.name)
        except Exception as error:  # each format's decoder fails in ways of its own
            raise SourceImageIOError(f"{self.file.name}: {error}") from error


class Rendition(AbstractRendition):
    image = models.ForeignKey(
        Image, on_delete=models.CASCADE, related_name="renditions"
    )

    class Meta(AbstractRendition.Meta):
        unique_together = (("image", "filter_spec", "focal_point_key"),)
        # Each is looked up by its file when it is served.
        indexes = [models.Index(fields=["file"], name="psgsite_rendition_file")]


def prefetch_renditions(images):
    """Look up every size of ``images`` (a list that may hold None) in one query."""
    models.prefetch_related_objects(
        [image for image in images if image],
        models.Prefetch("renditions", to_attr="prefetched_renditions"),
    )


class DocumentQuerySet(WagtailDocumentQuerySet):
    def for_everyone(self):
        """Documents of which neither the collection nor one above it is restricted."""
        return self.exclude(models.Exists(restrictions_above("collection")))


# Made as the program runs, so type checkers can't know what it has.
BaseDocumentManager: Any = models.Manager.from_queryset(DocumentQuerySet)


class DocumentManager(BaseDocumentManager):
    def get_queryset(self):
        # As long as a book, and nothing but the search reads it.
        return super().get_queryset().defer("text")


class Document(AbstractDocument):
    """A file to download, with the text that was read from it."""

    uploaded_by_user = uploader("uploaded_documents")
    tags = TaggableManager(blank=True, related_name="psg_documents")

    text = models.TextField(blank=True, editable=False)
    text_problem = models.CharField(max_length=300, blank=True, editable=False)
    # Which version of the file was read; "" if none was.
    text_version = models.CharField(max_length=150, blank=True, editable=False)

    objects = DocumentManager()

    admin_form_fields = ("title", "file", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        permissions = [("choose_document", "Can choose document")]

    def clean(self):
        # What the form refused isn't here, and has no ending to complain of.
        if self.file:
            super().clean()

    def save(self, *args, **kwargs):
        if self.text_version != self.version:
            # Until the new file is read, nothing of the one it replaces may be found.
            self.text = self.text_problem = ""
        super().save(*args, **kwargs)
        announce([self])
        if self.text_version != self.version:
            transaction.on_commit(partial(read_document.enqueue, self.pk))

    @property
    def version(self):
        """Another one for each file: a new file may have the name of the one it replaces."""
        return f"{self.file_hash} {self.file.name}"

    def read(self):
        """Save the text of the file, or why there is none."""
        self.text, self.text_problem = text_or_problem(self)
        self.text_version = self.version
        # Another file may have been uploaded meanwhile.
        same = Document.objects.filter(
            pk=self.pk, file=self.file.name, file_hash=self.file_hash
        )
        same.update(
            text=self.text,
            text_problem=self.text_problem,
            text_version=self.text_version,
        )
        announce([self])


@register_setting(icon="site")
class OrganisationSettings(BaseSiteSetting):
    """Who we are and how to reach us: shown in the header and at the foot of every page."""

    name = models.CharField(max_length=100, default="Peru Support Group")
    description = models.CharField(
        max_length=300,
        blank=True,
        help_text="One sentence that says what the organisation is.",
    )
    email = models.EmailField("e-mail", blank=True)
    telephone = models.CharField(max_length=40, blank=True)
    address = models.TextField("postal address", blank=True)
    registered_number = models.CharField(
        max_length=100,
        blank=True,
        help_text="As it must be printed, such as “Registered charity 123456”.",
    )
    social_links = StreamField([("link", SocialLinkBlock())], blank=True)
    footer_text = models.TextField(
        blank=True, help_text="Plain text; an empty line begins a new paragraph."
    )
    licence = models.CharField(
        "licence line",
        max_length=200,
        blank=True,
        help_text="Under what terms others may use what is published here.",
    )

    panels = [
        MultiFieldPanel(
            [FieldPanel("name"), FieldPanel("description")], heading="Organisation"
        ),
        MultiFieldPanel(
            [
                FieldPanel("email"),
                FieldPanel("telephone"),
                FieldPanel("address"),
                FieldPanel("social_links"),
            ],
            heading="Contact",
        ),
        MultiFieldPanel(
            [
                FieldPanel("registered_number"),
                FieldPanel("footer_text"),
                FieldPanel("licence"),
            ],
            heading="Foot of the page",
        ),
    ]

    class Meta:
        verbose_name = "organisation"

    def __str__(self):
        return self.name


# Django looks for the models of an app here.
from psgsite.addresses.models import MissingAddress  # noqa: E402, F401
from psgsite.bin.models import BinnedPage  # noqa: E402, F401
from psgsite.drafts.models import DraftLink  # noqa: E402, F401
from psgsite.newsletter.models import Subscriber  # noqa: E402, F401
from psgsite.outbox.models import OutgoingMail  # noqa: E402, F401
from psgsite.personal_data.models import PersonalData  # noqa: E402, F401
from psgsite.schedule.models import PublishingRun  # noqa: E402, F401
