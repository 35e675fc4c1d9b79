from django.conf import settings
from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from psgsite.bin.listing import BinMenuItem, BinView, may_look
from psgsite.bin.restoring import LOG_ACTION
from psgsite.bin.views import DELETE_ACTION, DeleteForGoodView, RestoreView


@hooks.register("register_admin_urls")
def register_bin():
    results = BinView.as_view(results_only=True)
    delete = DeleteForGoodView.as_view()
    return [
        path("bin/", BinView.as_view(), name="bin"),
        path("bin/results/", results, name="bin_results"),
        path("bin/<int:pk>/restore/", RestoreView.as_view(), name="restore_page"),
        path("bin/<int:pk>/delete/", delete, name="delete_page_for_good"),
    ]


@hooks.register("register_reports_menu_item")
def register_bin_menu_item():
    return BinMenuItem("Bin", reverse("bin"), icon_name="bin", order=100)


@hooks.register("after_delete_page")
def point_to_the_bin(request, page):
    """Say below Wagtail's own message that what was deleted isn't lost."""
    if may_look(request.user):
        button = messages.button(reverse("bin"), "Open the bin")
        messages.info(
            request,
            f"What was deleted can be restored for {settings.BIN_KEPT_DAYS} days.",
            buttons=[button],
        )


@hooks.register("after_bulk_action")
def point_to_the_bin_from_many(request, action, objects, view):
    if action == "delete" and issubclass(view.model, Page):
        point_to_the_bin(request, None)


@hooks.register("register_log_actions")
def register_restoring_in_histories(actions):
    actions.register_action(LOG_ACTION, "Restore", "Restored from the bin")
    actions.register_action(
        DELETE_ACTION, "Delete for good", "Deleted from the bin for good"
    )
