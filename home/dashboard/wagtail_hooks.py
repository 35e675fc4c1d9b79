"""Puts the panels on the admin's home, and the lists behind them into its addresses."""

from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogFormatter

from home.dashboard import work
from home.dashboard.health import REVIEWED
from home.dashboard.lists import (
    DraftsView,
    PublishedView,
    ReviewsView,
    ScheduledView,
)
from home.dashboard.panels import replace_panels
from home.dashboard.reports import BrokenLinksView, LackingView, UnreviewedView
from home.dashboard.reviewed import ReviewedView, stands

LISTS = [DraftsView, ReviewsView, ScheduledView, PublishedView]
REPORTS = [LackingView, BrokenLinksView, UnreviewedView]


@hooks.register("construct_homepage_panels")
def show_panels(request, panels):
    replace_panels(request.user, panels)


@hooks.register("register_admin_urls")
def register_dashboard_lists():
    yield path("pages/<int:pk>/reviewed/", ReviewedView.as_view(), name="page_reviewed")
    for view in [*LISTS, *REPORTS]:
        name = view.index_url_name
        address = f"reports/content/{name.replace('_', '-')}/"
        results = view.as_view(results_only=True)
        yield path(address, view.as_view(), name=name)
        yield path(f"{address}results/", results, name=f"{name}_results")


class ContentMenuItem(MenuItem):
    def is_shown(self, request):
        return work.works_on_pages(request.user)


def menu_item(view, order):
    return ContentMenuItem(
        view.page_title,
        reverse(view.index_url_name),
        name=view.index_url_name.replace("_", "-"),
        icon_name=view.header_icon,
        order=order,
    )


for position, view in enumerate(REPORTS):
    # Before Wagtail's own, for they are for every week.
    hooks.register(
        "register_reports_menu_item",
        lambda view=view, position=position: menu_item(view, 50 + position),
    )


class ForReviewMenuItem(MenuItem):
    def is_shown(self, request):
        return work.PAGES.user_has_permission(request.user, "publish")


@hooks.register("register_admin_menu_item")
def register_for_review_menu_item():
    address = reverse(ReviewsView.index_url_name)
    return ForReviewMenuItem(
        "For review", address, name="review", icon_name="tasks", order=140
    )


@hooks.register("register_page_header_buttons")
def offer_review(page, user, next_url=None, view_name=None):
    if stands(page) and page.permissions_for_user(user).can_edit():
        address = reverse("page_reviewed", args=[page.pk])
        yield Button("Reviewed today", address, icon_name="check", priority=70)


@hooks.register("register_log_actions")
def register_reviews_in_histories(actions):
    @actions.register_action(REVIEWED)
    class Reviewed(LogFormatter):
        label = "Review"
        message = "Reviewed, and still right"
