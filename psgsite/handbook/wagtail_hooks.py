"""Puts the handbook into the admin's help menu, in place of Wagtail's guide for editors."""

from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from psgsite.handbook.views import HandbookView, handbook_picture


@hooks.register("register_admin_urls")
def register_handbook():
    view = HandbookView.as_view()
    return [
        path("handbook/", view, name="handbook"),
        path("handbook/<slug:name>/", view, name="handbook_page"),
        path(
            "handbook/pictures/<slug:name>.webp",
            handbook_picture,
            name="handbook_picture",
        ),
    ]


@hooks.register("register_help_menu_item")
def register_handbook_menu_item():
    return MenuItem("Handbook", reverse("handbook"), icon_name="doc-full", order=100)


@hooks.register("construct_help_menu")
def leave_out_the_guide_to_wagtail(request, menu_items):
    """It knows neither our fields nor who may do what here."""
    menu_items[:] = [item for item in menu_items if item.name != "editor-guide"]
