"""What readers send with the form on the page about joining, and the fields they fill in."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.forms.models import AbstractFormField, AbstractFormSubmission

from psgsite.encryption import EncryptedJSONField


class Purpose(models.TextChoices):
    """What an answer is used for; a question without one is only kept and shown."""

    NAME = "name", "Name"
    EMAIL = "email", "E-mail address"
    PHONE = "phone", "Telephone number"
    ADDRESS = "address", "Postal address"
    MEMBERSHIP = "membership", "Kind of membership"
    GIFT_AID = "gift_aid", "Gift Aid declaration"
    NEWSLETTER = "newsletter", "Newsletter by e-mail: asks for a confirmation"
    CONTACT = "contact", "Another way to be contacted"


class Kind(models.TextChoices):
    """How a question is answered; the values are those of Wagtail's form builder."""

    SINGLE_LINE = "singleline", "One line of text"
    LINES = "multiline", "Several lines of text"
    EMAIL = "email", "E-mail address"
    BOX = "checkbox", "A box to tick"
    BOXES = "checkboxes", "Several boxes to tick"
    RADIO = "radio", "One of several choices"
    DROPDOWN = "dropdown", "One of many choices"
    NUMBER = "number", "Number"
    DATE = "date", "Date"


class JoinField(AbstractFormField):
    page = ParentalKey(
        "about.JoinPage", on_delete=models.CASCADE, related_name="form_fields"
    )
    purpose = models.CharField(
        "used for",
        max_length=20,
        choices=Purpose.choices,
        blank=True,
        help_text="What the site does with the answer, left empty if only you read it.",
    )
    field_type = models.CharField("kind of answer", max_length=16, choices=Kind.choices)
    # A form in the making is previewed, and needs to know.
    setattr(field_type, "required_on_save", True)  # noqa: B010
    # The tax office's declaration is longer than Wagtail allows.
    help_text = models.TextField(
        max_length=1000,
        blank=True,
        help_text="Shown with the question; what people agree to is kept with their answer.",
    )

    panels = [
        FieldPanel("label"),
        FieldPanel("purpose"),
        FieldPanel("field_type", classname="formbuilder-type", required_on_save=True),
        FieldPanel("required"),
        FieldPanel("help_text"),
        FieldPanel(
            "choices",
            classname="formbuilder-choices",
            help_text="One a line; those of the kinds of membership come from Ways of "
            "joining.",
        ),
    ]


class EnquiryQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(handled_at=None)

    def with_answers(self):
        return self.defer(None)


# Made as the program runs, so type checkers can't know what it has.
EnquiryManagerBase: Any = models.Manager.from_queryset(EnquiryQuerySet)


class EnquiryManager(EnquiryManagerBase):
    """Leaves the answers encrypted until they are asked for, as few do who count or delete."""

    def get_queryset(self):
        return super().get_queryset().defer("form_data")


class Enquiry(AbstractFormSubmission):
    """What one reader sent. Never anything personal in ``str()``: logs have it.

    ``form_data`` is ``{"answers": [...], "privacy_notice": "2026-11-27"}``. Each answer has
    ``purpose`` (of ``Purpose``, or empty), ``label`` and ``wording`` (the help text) as the
    reader saw them, and ``value``: a text, True or False, or a list of texts. So it can be
    read whatever becomes of the fields, and proves what was agreed to.
    """

    form_data = EncryptedJSONField()
    # An enquiry outlives the page it was sent from.
    page = models.ForeignKey(
        "wagtailcore.Page", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    # The same of the same answers, as long as they wait: what comes twice is kept once.
    fingerprint = models.CharField(max_length=64, unique=True, null=True)  # noqa: DJ001
    handled_at = models.DateTimeField(null=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = EnquiryManager()

    # Editors who ask where a page is used don't mean this.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name_plural = "enquiries"
        ordering = ["-submit_time", "-pk"]

    def __str__(self):
        return f"Enquiry {self.pk}"

    def mark_handled(self, user):
        """Note who dealt with it; the same answers, if they come again, are a new enquiry."""
        self.handled_at, self.handled_by, self.fingerprint = timezone.now(), user, None
        self.save(update_fields=["handled_at", "handled_by", "fingerprint"])

    def mark_waiting(self):
        self.handled_at = self.handled_by = None
        self.save(update_fields=["handled_at", "handled_by"])

    @property
    def is_waiting(self):
        return self.handled_at is None

    @property
    def answers(self):
        return self.form_data["answers"]

    def answer(self, purpose):
        """The first answer for that purpose; an empty text if there is none."""
        found = (each["value"] for each in self.answers if each["purpose"] == purpose)
        return next(found, "")

    @property
    def name(self):
        return self.answer(Purpose.NAME)

    @property
    def email(self):
        return self.answer(Purpose.EMAIL)

    @property
    def membership(self):
        return self.answer(Purpose.MEMBERSHIP)


class Network(models.Model):
    """How much was sent today from one part of the internet; nothing says which."""

    key = models.CharField(max_length=64, unique=True)
    day = models.DateField(db_index=True)
    count = models.PositiveIntegerField(default=0)

    def __str__(self):
        return f"Network {self.pk}"
