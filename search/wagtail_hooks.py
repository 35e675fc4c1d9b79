"""What the search adds to the admin: its figures, and words that mean the same."""

from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.permissions import policy_registry
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from search.figures.panel import NothingFoundPanel
from search.figures.report import PromoteView, SearchesView
from search.models import Synonyms


@register_snippet
class SynonymsViewSet(SnippetViewSet):
    model = Synonyms
    icon = "list-ul"
    menu_label = "Words that mean the same"
    menu_name = "synonyms"
    menu_order = 901  # after Wagtail's promoted results
    add_to_settings_menu = True
    list_display = ["names"]
    search_fields = ["names"]


@hooks.register("register_admin_urls")
def register_searches():
    results = SearchesView.as_view(results_only=True)
    return [
        path("reports/searches/", SearchesView.as_view(), name="searches_report"),
        path("reports/searches/results/", results, name="searches_report_results"),
        path("searchpicks/promote/", PromoteView.as_view(), name="promote"),
    ]


def may_see_searches(user):
    policy = policy_registry.get_by_type(SearchPromotion)
    return policy.user_has_any_permission(user, SearchesView.any_permission_required)


class SearchesMenuItem(MenuItem):
    def is_shown(self, request):
        return may_see_searches(request.user)


@hooks.register("construct_homepage_panels")
def show_what_found_nothing(request, panels):
    if may_see_searches(request.user):
        panels.append(NothingFoundPanel())


@hooks.register("register_reports_menu_item")
def register_searches_menu_item():
    address = reverse("searches_report")
    return SearchesMenuItem("Searches", address, icon_name="search", order=1300)


@hooks.register("construct_reports_menu")
def leave_out_search_terms(request, menu_items):
    """Wagtail's own report is for administrators, and says less of the same."""
    menu_items[:] = [item for item in menu_items if item.name != "search-terms"]
