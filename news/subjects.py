"""What articles are about: topics, which editors keep, and regions, which are given."""

from typing import Any

from anyascii import anyascii
from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.db import models
from django.utils.text import slugify
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from news.tasks import announce_articles


def ascii_slug(name):
    return slugify(anyascii(name))


class Subject(index.Indexed, models.Model):
    name = models.CharField(max_length=60, unique=True)
    slug = models.CharField(
        max_length=60,
        unique=True,
        blank=True,
        validators=[validate_slug],
        help_text="The end of the web address; left empty, it is made from the name.",
    )

    articles: Any  # those on this subject; both kinds have them by this name

    panels = [FieldPanel("name"), FieldPanel("slug")]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        abstract = True
        ordering = ["name"]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        self.slug = self.slug or ascii_slug(self.name)
        is_new = self._state.adding
        super().save(*args, **kwargs)
        if not is_new:
            announce_articles.enqueue(self.article_ids())

    def delete(self, *args, **kwargs):
        ids = self.article_ids()
        deleted = super().delete(*args, **kwargs)
        announce_articles.enqueue(ids)
        return deleted

    def article_ids(self):
        return list(self.articles.live().values_list("pk", flat=True))

    @property
    def kind(self):
        """Which kind of subject this is: "topic" or "region"."""
        return self._meta.model_name

    def clean(self):
        # So that a name whose slug is taken is refused with a message.
        self.slug = self.slug or ascii_slug(self.name)
        if not self.slug:
            raise ValidationError(
                {"slug": "The name has no letters for it: write one."}
            )


class Topic(Subject):
    """A theme that runs through the news, such as mining."""


class Region(Subject):
    """A department of Peru, Callao, or the country as a whole."""

    # Not names that an editor keeps: setup_site makes them all.
    is_national = models.BooleanField(default=False, editable=False)

    class Meta(Subject.Meta):
        # The whole country before its parts.
        ordering = ["-is_national", "name"]


REGION_NAMES = [
    "Amazonas",
    "Áncash",
    "Apurímac",
    "Arequipa",
    "Ayacucho",
    "Cajamarca",
    "Callao",
    "Cusco",
    "Huancavelica",
    "Huánuco",
    "Ica",
    "Junín",
    "La Libertad",
    "Lambayeque",
    "Lima",
    "Loreto",
    "Madre de Dios",
    "Moquegua",
    "Pasco",
    "Piura",
    "Puno",
    "San Martín",
    "Tacna",
    "Tumbes",
    "Ucayali",
]
NATIONAL = "National"
