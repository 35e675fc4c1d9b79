"""The news section and its articles."""

import re
from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import JSONObject
from django.forms import CheckboxSelectMultiple
from django.utils import timezone
from django.utils.functional import cached_property
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from news.archive.pages import ArchivePage
from news.corrections import CorrectionBlock, last_day, newest_first
from news.digest.models import Delivery, Digest
from news.formats.pages import CitablePage
from news.formats.sharing import SharedAsNews
from news.forms import ArticleForm
from news.previews import PREVIEWS
from news.related import best, find_around
from news.subjects import Region, Topic
from news.withdrawal.pages import WithdrawablePage
from psgsite.body import BodyBlock, pictures_in
from psgsite.pages import BasePage, BasePageManager, BasePageQuerySet

__all__ = ["ArticlePage", "Delivery", "Digest", "NewsIndexPage", "Region", "Topic"]

# Addresses below the news section that belong to its archive.
ARCHIVE_SLUG = re.compile(r"feed|topics|regions|\d+")


class NewsIndexPage(ArchivePage):
    """The news section: its articles, newest first, and the archive's addresses."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["news.ArticlePage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = "news section"

    def articles(self):
        articles = ArticlePage.objects.child_of(self).published(self.private_paths)
        return articles.newest_first()

    def route(self, request, path_components):
        # Wagtail would ask for the plain page first, then for the article, then for more.
        slug, *rest = path_components or [""]
        if slug and not ARCHIVE_SLUG.fullmatch(slug):
            articles = ArticlePage.objects.child_of(self).for_reading(self.articles())
            article = articles.filter(slug=slug).first()
            if article:
                article._cached_parent_obj = self
                article.private_paths = self.private_paths
                return article.route(request, rest)
        return super().route(request, path_components)


class ArticleQuerySet(BasePageQuerySet):
    def newest_first(self):
        return self.order_by("-date", "-pk")

    def for_cards(self):
        """Add what a card shows and leave out the body, which it does not."""
        return self.defer_streamfields().select_related("image")

    def corrected(self):
        """Those that were corrected, the last first, without the body."""
        corrected = self.filter(corrected_on__isnull=False).defer("body")
        return corrected.order_by("-corrected_on", "-pk")

    def withdrawn(self):
        return self.not_live().exclude(withdrawal_reason="")

    def for_reading(self, published):
        """Add what stands around an article: its image, and ``newer`` and ``older``.

        These are the title and slug of its neighbours in ``published``, or None.
        """
        same_day = Q(date=OuterRef("date"))
        after = Q(date__gt=OuterRef("date")) | same_day & Q(pk__gt=OuterRef("pk"))
        before = Q(date__lt=OuterRef("date")) | same_day & Q(pk__lt=OuterRef("pk"))
        return self.select_related("image").annotate(
            newer=first_link(published.filter(after).order_by("date", "pk")),
            older=first_link(published.filter(before)),
        )


def first_link(articles):
    link = JSONObject(title=F("title"), slug=F("slug"))
    return Subquery(articles.values(link=link)[:1])


class ArticlePage(SharedAsNews, CitablePage, WithdrawablePage):
    """One news story. Its web address never changes once it is published."""

    parent_page_types = ["news.NewsIndexPage"]
    subpage_types = []
    base_form_class = ArticleForm

    date = models.DateField(
        default=timezone.localdate,
        db_index=True,
        validators=[
            MinValueValidator(date(1980, 1, 1), "Use a date from 1980 or later.")
        ],
        help_text="Shown to readers; the news is sorted by it.",
    )
    byline = models.CharField(
        max_length=150, blank=True, help_text="Who wrote it, if readers should know."
    )
    image = models.ForeignKey(
        "psgsite.Image",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    image_alt_text = models.CharField(
        "alternative text",
        max_length=300,
        blank=True,
        help_text="What the image shows, for those who can't see it.",
    )
    image_is_decorative = models.BooleanField(
        "decorative", default=False, help_text="The image adds nothing to the text."
    )
    image_caption = models.CharField("caption", max_length=300, blank=True)
    body = StreamField(BodyBlock(), blank=True)
    corrections = StreamField([("correction", CorrectionBlock())], blank=True)
    # The day of the last correction, so that corrected articles can be found.
    corrected_on = models.DateField(null=True, editable=False, db_index=True)
    topics = ParentalManyToManyField("news.Topic", blank=True, related_name="articles")
    regions = ParentalManyToManyField(
        "news.Region", blank=True, related_name="articles"
    )

    previews = PREVIEWS
    search_kind = "article"
    search_prefetch = ["topics", "regions"]

    # The neighbours, where ``for_reading()`` has found them.
    newer = older = None

    objects = BasePageManager.from_queryset(ArticleQuerySet)()

    content_panels = [
        *Page.content_panels,
        FieldPanel("date", required_on_save=False),
        FieldPanel("summary"),
        MultiFieldPanel(
            [
                FieldPanel(
                    "image",
                    help_text="Shown above the text, and on the home page if it is the latest.",
                ),
                FieldPanel("image_alt_text"),
                FieldPanel("image_is_decorative"),
                FieldPanel("image_caption"),
            ],
            heading="Image",
        ),
        FieldPanel(
            "body", help_text="Add text, headings, images and more with the plus sign."
        ),
        MultiFieldPanel(
            [
                FieldPanel("topics", widget=CheckboxSelectMultiple),
                FieldPanel("regions", widget=CheckboxSelectMultiple),
                FieldPanel("byline"),
            ],
            heading="What and who",
        ),
        FieldPanel(
            "corrections",
            help_text="What was wrong in a published article and what is right, shown below "
            "its text and on the page of all corrections.",
        ),
    ]
    searched = ["body", "corrections", "byline", "image_caption", "image_alt_text"]
    search_fields = [*BasePage.search_fields, index.FilterField("date")]

    class Meta:
        verbose_name = "article"

    def save(self, *args, **kwargs):
        self.corrected_on = last_day(self.corrections)
        super().save(*args, **kwargs)

    def clean(self):
        super().clean()
        if ARCHIVE_SLUG.fullmatch(self.slug or ""):
            raise ValidationError(
                {
                    "slug": f"“{self.slug}” is the address of a part of the archive. "
                    "Choose another, with a word of the title in it."
                }
            )

    def images(self):
        return [self.image, *pictures_in(self.body)]

    @property
    def newest_corrections(self):
        return newest_first(self.corrections)

    @property
    def image_alt(self):
        """The image's alternative text here; empty if it is decorative."""
        if self.image_is_decorative or not self.image:
            return ""
        return self.image_alt_text or self.image.default_alt_text

    @property
    def search_date(self):
        return self.date

    @property
    def search_subjects(self):
        return [*self.topics.all(), *self.regions.all()]

    @cached_property
    def around(self):
        return find_around(self)

    @property
    def subjects(self):
        """Topics, then regions: dicts of ``kind``, ``name`` and ``slug``."""
        subjects = [row for row in self.around if row["kind"] != "related"]
        return sorted(subjects, key=lambda row: (row["kind"] == "regions", row["slug"]))

    @property
    def related(self):
        """Articles on the same topics and regions: dicts of ``name``, ``slug``, ``date``."""
        beside = [link["slug"] for link in (self.newer, self.older) if link]
        candidates = [row for row in self.around if row["kind"] == "related"]
        return best([row for row in candidates if row["slug"] not in beside])

    @property
    def reading_minutes(self):
        """How long the text takes at 238 words a minute (Brysbaert 2019); 0 without text."""
        texts = self.body.stream_block.get_searchable_content(self.body)
        words = sum(len(str(text).split()) for text in texts)
        return max(1, round(words / 238)) if words else 0
