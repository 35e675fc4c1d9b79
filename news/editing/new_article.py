"""The shortest way to the form of a new article."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.site_summary import SummaryItem

from news.models import ArticlePage, NewsIndexPage


def section_for(user):
    """The first news section to which ``user`` may add articles, or None."""
    for section in NewsIndexPage.objects.order_by("path"):
        if section.permissions_for_user(user).can_add_subpage():
            return section
    return None


def new_article(request):
    """Lead to the form of a new article below the news section."""
    if not NewsIndexPage.objects.exists():
        messages.error(
            request,
            "There is no news section yet. Add one below the home page, and then the "
            "article below it.",
        )
        return redirect("wagtailadmin_explore_root")
    section = section_for(request.user)
    if section is None:
        raise PermissionDenied
    names = ArticlePage._meta.app_label, ArticlePage._meta.model_name
    return redirect("wagtailadmin_pages:add", *names, section.pk)


class NewArticleMenuItem(MenuItem):
    def is_shown(self, request):
        return section_for(request.user) is not None


class NewArticleSummaryItem(SummaryItem):
    """The same on the admin's home, where a phone hides the menu behind a button."""

    order = 10
    template_name = "news/editing/new_article.html"

    def is_shown(self):
        return section_for(self.request.user) is not None
