"""What every page of this site has in common. No page type of its own is defined here."""

from django.db import models
from django.db.models import Exists, ExpressionWrapper, F, OuterRef
from wagtail.admin.panels import FieldPanel
from wagtail.models import (
    Page,
    PageManager,
    PageViewRestriction,
    get_page_models,
)
from wagtail.query import PageQuerySet
from wagtail.search import index

from psgsite.models import prefetch_renditions


def with_privacy(pages):
    """Annotate each page with ``is_private``: it, or a page above it, isn't for everyone.

    Wagtail's ``public()`` asks the same in a query of its own, every time it is used.
    """
    path = ExpressionWrapper(OuterRef("path"), output_field=models.CharField())
    restrictions = PageViewRestriction.objects.alias(page_path=path)
    above = restrictions.filter(page_path__startswith=F("page__path"))
    return pages.annotate(is_private=Exists(above))


class BasePageQuerySet(PageQuerySet):
    def published(self):
        """Pages that any visitor may read."""
        return self.live().filter(is_private=False)


class BasePageManager(PageManager.from_queryset(BasePageQuerySet)):
    def get_queryset(self):
        return with_privacy(super().get_queryset())


class BasePage(Page):
    """A page with a summary, shown wherever it is listed."""

    summary = models.TextField(
        max_length=1000,
        blank=True,
        help_text="Plain text for lists, search results and feeds. "
        "One or two sentences, best under 200 characters.",
    )

    menu_title = models.CharField(
        max_length=40, blank=True, help_text="Only if the title is too long for a menu."
    )

    objects = BasePageManager()

    content_panels = [*Page.content_panels, FieldPanel("summary")]
    promote_panels = [*Page.promote_panels, FieldPanel("menu_title")]
    search_fields = [*Page.search_fields, index.SearchField("summary")]

    class Meta:
        abstract = True

    def get_view_restrictions(self):
        # The query that fetched this page has already looked; an alias follows its source.
        if getattr(self, "is_private", True) or self.alias_of_id:
            return super().get_view_restrictions()
        return PageViewRestriction.objects.none()

    def images(self):
        """The pictures this page shows; their sizes are then looked up together."""
        return []

    def get_context(self, request, *args, **kwargs):
        prefetch_renditions(self.images())
        return super().get_context(request, *args, **kwargs)

    @property
    def description(self):
        """What search engines and link previews show: plain text, maybe empty."""
        return self.search_description or self.summary

    @property
    def breadcrumbs(self):
        """The pages above this one, from the home page down."""
        trail = []
        page = self
        while page.depth > 2:
            page = page.get_parent().specific
            trail.insert(0, page)
        return trail


def with_types(pages):
    """Join what each page type adds, so that ``whole()`` needs no query of its own.

    ``specific()`` asks once for each type found; here the number of queries is fixed.
    For short lists only, as every field is read.
    """
    names = [
        model._meta.model_name
        for model in get_page_models()
        if issubclass(model, BasePage)
    ]
    return with_privacy(pages).select_related(*names)


def whole(page):
    """Return a page that came through ``with_types()`` as its most specific type."""
    model = page.specific_class
    if model is None or not issubclass(model, BasePage):
        return page
    specific = getattr(page, model._meta.model_name)
    specific.is_private = page.is_private
    return specific
