"""What every page of this site has in common. No page type of its own is defined here."""

from http import HTTPMethod
from typing import Any

from django.core.validators import MaxLengthValidator
from django.db import models
from django.dispatch import Signal
from django.utils.functional import cached_property
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import (
    Page,
    PageManager,
    PageViewRestriction,
    get_page_models,
)
from wagtail.query import PageQuerySet
from wagtail.search import index

from psgsite.document_text import LONGEST_TEXT, documents_in
from psgsite.models import prefetch_renditions
from psgsite.page_form import PageForm
from psgsite.privacy import for_everyone, is_under
from psgsite.rich_text import share_lookups, texts_in

# Sent with ``pages``, a list, when all that belongs to them is saved, their topics too.
# What they hold may be newer than what is saved.
pages_saved = Signal()


class BasePageQuerySet(PageQuerySet):
    def published(self, private_paths=None):
        """Pages that any visitor may read.

        ``private_paths``, where they are known, save the query that finds them.
        """
        return for_everyone(self, private_paths)


# Made as the program runs, so type checkers can't know what it has.
BasePageManager: Any = PageManager.from_queryset(BasePageQuerySet)


class BasePage(Page):
    """A page with a summary, shown wherever it is listed."""

    base_form_class = PageForm

    summary = models.TextField(
        max_length=1000,
        validators=[MaxLengthValidator(1000)],  # for imports; forms look at max_length
        blank=True,
        help_text="One or two plain sentences for lists, search results and feeds, best "
        "under 200 characters.",
    )

    menu_title = models.CharField(
        max_length=40, blank=True, help_text="Only if the title is too long for a menu."
    )

    # Pages are for reading; one with a form says otherwise.
    allowed_http_methods = [HTTPMethod.GET, HTTPMethod.HEAD, HTTPMethod.OPTIONS]

    # Readers' devices may keep a copy; a page with a form says otherwise.
    keeps_offline = True

    # Whether a form that was sent too late is shown again with what was in it: then
    # ``request.is_stale`` is true, and nothing of it may be kept.
    shows_stale_form = False

    # What a link to the page shows where it is shared, beside title and description.
    sharing_type = "website"  # one of https://ogp.me/#types
    sharing_image = None
    sharing_image_alt = ""
    card_label = ""

    # Fields in which a search finds words, beside title and summary, in reading order.
    searched = []

    # What the search tells apart, beside what it finds of each page.
    search_kind = "page"
    search_date = None
    search_subjects = []  # of ``kind``, ``slug`` and ``name``
    search_prefetch = []  # relations that these read

    # What else readers call this page, one name a line.
    other_names = ""

    # Tree paths of what isn't for everyone; None as long as nobody has asked.
    private_paths = None

    objects = BasePageManager()

    content_panels = [*Page.content_panels, FieldPanel("summary")]
    promote_panels = [
        MultiFieldPanel(
            [
                "slug",
                "seo_title",
                FieldPanel(
                    "search_description",
                    help_text="What search engines show below the title, best under 160 "
                    "characters; left empty, it is the summary.",
                ),
            ],
            "For search engines",
        ),
        MultiFieldPanel(["show_in_menus", "menu_title"], "For site menus"),
    ]
    # One field for all texts: the index of PostgreSQL takes its time for each of them.
    search_fields = [*Page.search_fields, index.SearchField("search_text")]

    class Meta:
        abstract = True

    def save(self, *args, update_fields=None, **kwargs):
        self.__dict__.pop("own_texts", None)
        super().save(*args, update_fields=update_fields, **kwargs)
        if update_fields is None:  # drafts only set what says that there is one
            pages_saved.send(sender=type(self), pages=[self])

    @cached_property  # for Wagtail asks five times
    def own_texts(self):
        """What fields have to be found, without mark-up."""
        values = [index.SearchField(name).get_value(self) for name in self.searched]
        texts = [value if isinstance(value, list) else [value] for value in values]
        return [text for each in texts for text in each if text]

    @property
    def search_text(self):
        """What editors find a page by, beside its title."""
        return "\n".join([self.summary, *self.own_texts])[:LONGEST_TEXT]

    @property
    def search_texts(self):
        """What readers find a page by, beside its title and summary, in reading order."""
        yield from self.own_texts
        for document in documents_in(self.streams):
            yield from (document.title, document.text)

    @property
    def streams(self):
        return [getattr(self, name) for name in self.get_streamfield_names()]

    @property
    def is_known_public(self):
        """Whether it is already clear, without a query, that any visitor may see this."""
        known = self.private_paths is not None
        return known and not is_under(self.path, self.private_paths)

    def get_view_restrictions(self):
        if self.is_known_public:
            return PageViewRestriction.objects.none()
        restrictions = super().get_view_restrictions()
        if self.alias_of_id:
            # Wagtail looks at the page that this one follows, but not at what is above it.
            restrictions |= self.alias_of.specific.get_view_restrictions()
        return restrictions

    def images(self):
        """The pictures this page shows; their sizes are then looked up together."""
        return []

    def get_context(self, request, *args, **kwargs):
        prefetch_renditions(self.images())
        share_lookups(text for stream in self.streams for text in texts_in(stream))
        return super().get_context(request, *args, **kwargs)

    def problems(self):
        """What keeps the page from being published, beside its fields: sentences."""
        return []

    @property
    def description(self):
        """What search engines and link previews show: plain text, maybe empty."""
        return self.search_description or self.summary

    def structured_data(self, *, address, image, publisher):
        """What this page is in schema.org's words, beside its place: a list of dicts.

        ``address`` and ``image`` are absolute; ``publisher`` is the organisation's dict.
        """
        return []

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
    return pages.select_related(*names)


def whole(page):
    """Return a page that came through ``with_types()`` as its most specific type."""
    model = page.specific_class
    if model is None or not issubclass(model, BasePage):
        return page
    return getattr(page, model._meta.model_name)
