"""The admin's list of a news section: its articles by date, also when there are thousands."""

from urllib.parse import urlencode

from django.db.models import Case, IntegerField, Q, Value, When
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import (
    BulkActionsColumn,
    PageStatusColumn,
    PageTitleColumn,
)
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.views.pages.usage import ContentTypeUseView
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import Page

from news.editing.article_filters import ArticleFilterSet
from news.models import ArticlePage
from psgsite.listing import PageListView
from psgsite.review.approval import ReviewedPageViewSet

# Columns that a phone has no room for; the class is in psgsite/admin/look.css.
IF_WIDE = "psg-if-wide"


class DayColumn(Column):
    cell_template_name = "news/editing/day_cell.html"


class SubjectsColumn(Column):
    cell_template_name = "news/editing/subjects_cell.html"

    def get_value(self, instance):
        return getattr(instance, self.accessor).all()


def author(article):
    """Whom readers see as the author, or else who began the article."""
    return article.byline or get_user_display_name(article.owner)


class ArticleListing(IndexView):
    """What lists of articles have in common: columns, order, search."""

    default_ordering = "-date"
    base_columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label="Title", sort_key="title", classname="title"),
        DayColumn(
            "date",
            label="Date",
            sort_key="date",
            width="9%",
            classname="w-whitespace-nowrap",
        ),
        SubjectsColumn("topics", label="Topics", width="13%", classname=IF_WIDE),
        SubjectsColumn("regions", label="Regions", width="13%", classname=IF_WIDE),
        Column(
            "author", label="Author", accessor=author, width="11%", classname=IF_WIDE
        ),
        DateColumn(
            "latest_revision_created_at",
            label="Updated",
            sort_key="latest_revision_created_at",
            width="9%",
            classname=IF_WIDE,
        ),
        PageStatusColumn("status", label="Status", sort_key="live", width="9%"),
    ]

    def annotate_queryset(self, pages):
        pages = super().annotate_queryset(pages)
        pages = pages.select_related("owner", for_specific_subqueries=True)
        return pages.prefetch_related("topics", "regions", for_specific_subqueries=True)

    def order_queryset(self, queryset):
        # Articles of one day always stand in the same order.
        ordered = super().order_queryset(queryset)
        return ordered.order_by(*ordered.query.order_by, "-pk")

    def search_queryset(self, queryset):
        if not self.is_searching:
            return super().search_queryset(queryset)
        words = self.search_query
        # Titles are found by the beginning of a word too, texts by whole words.
        by_title = ArticlePage.objects.autocomplete(words)
        by_text = ArticlePage.objects.search(words)
        in_title = Q(pk__in=by_title.get_queryset().order_by().values("pk"))
        in_text = Q(pk__in=by_text.get_queryset().order_by().values("pk"))
        found = queryset.filter(in_title | in_text)
        if self.is_explicitly_ordered:
            return found
        rank = Case(
            When(in_title, then=Value(0)), default=Value(1), output_field=IntegerField()
        )
        return found.order_by(rank, "-date", "-pk")


class ArticleListView(ArticleListing, PageListView):
    """The pages below a news section."""

    sort_order_field = None  # articles stand by their date, not as someone put them
    add_item_label = "New article"

    def get(self, request, parent_page_id=None):
        if self.is_searching and "search_all" in request.GET:
            # This list knows articles only, and the rest of the site isn't made of them.
            root = Page.get_first_root_node()
            query = urlencode({"q": self.search_query, "search_all": 1})
            return redirect(f"{reverse(self.index_url_name, args=[root.pk])}?{query}")
        return super().get(request, parent_page_id)

    @cached_property
    def explorable_columns(self):
        # An article has no pages below it to go to.
        return self.columns

    @cached_property
    def add_button(self):
        return HeaderButton(self.add_item_label, url=self.add_url, icon_name="plus")

    @cached_property
    def header_buttons(self):
        return [self.add_button] if self.add_url else []

    @cached_property
    def header_more_buttons(self):
        buttons = super().header_more_buttons
        return [button for button in buttons if "ordering=ord" not in button.url]


class ArticlesEverywhereView(ArticleListing, ContentTypeUseView):
    """All articles, as the report of page types shows them."""


class ArticleViewSet(ReviewedPageViewSet):
    model = ArticlePage
    index_view_class = ArticleListView
    content_type_use_view_class = ArticlesEverywhereView
    filterset_class = ArticleFilterSet
