"""What was found in the texts of pages, kept so that nobody has to read them all again."""

from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery
from wagtail.documents import get_document_model
from wagtail.models import Page

LONGEST_WORDS = 200


class FindingQuerySet(models.QuerySet):
    def broken(self):
        """Links of published pages that lead readers nowhere."""
        kind = Finding.Kind
        pages = Page.objects.live().filter(pk=OuterRef("target"))
        documents = get_document_model().objects.filter(pk=OuterRef("target"))
        return self.filter(
            Q(kind=kind.NOWHERE)
            | Q(~Exists(pages), kind=kind.PAGE)
            | Q(~Exists(documents), kind=kind.DOCUMENT),
            page__live=True,
        )

    def with_titles(self):
        """Add the title of the page that is linked to, if it still exists."""
        title = Page.objects.filter(pk=OuterRef("target")).values("draft_title")
        is_page = Q(kind=Finding.Kind.PAGE)
        return self.annotate(
            target_title=models.Case(models.When(is_page, then=Subquery(title)))
        )


class Finding(models.Model):
    """A link in a page's text, or a picture there that nobody has described.

    All links are kept, for whether one is broken depends on what it leads to.
    """

    class Kind(models.TextChoices):
        PAGE = "page", "To a page"
        DOCUMENT = "document", "To a document"
        NOWHERE = "nowhere", "Without a target"
        PICTURE = "picture", "A picture without alternative text"

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    target = models.PositiveBigIntegerField(null=True)
    text = models.CharField(max_length=LONGEST_WORDS, blank=True)

    objects: Any = FindingQuerySet.as_manager()

    # Not a use of the page, as a link in a text is.
    wagtail_reference_index_ignore = True

    class Meta:
        indexes = [models.Index(fields=["kind", "target"], name="finding_target")]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.text or self.target}"
