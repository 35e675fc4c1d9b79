"""Gives the admin the group's colours, and leaves out of its menu what editors don't use."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks

# Wagtail's reports for those who build a site, and one of which we have our own.
BUILDERS_REPORTS = {"page-types-usage", "workflow-tasks", "aging-pages"}


@hooks.register("insert_global_admin_css")
def colours():
    return format_html(
        '<link rel="stylesheet" href="{}">', static("psgsite/admin/look.css")
    )


@hooks.register("insert_editor_js")
def guidance_on_length():
    return format_html(
        '<script src="{}" defer></script>', static("psgsite/admin/length.js")
    )


@hooks.register("construct_reports_menu")
def leave_out_builders_reports(request, menu_items):
    if not request.user.is_superuser:
        menu_items[:] = [
            item for item in menu_items if item.name not in BUILDERS_REPORTS
        ]


@hooks.register("construct_help_menu")
def leave_out_news_of_wagtail(request, menu_items):
    """What is new in Wagtail is for those who update it."""
    if not request.user.is_superuser:
        menu_items[:] = [
            item
            for item in menu_items
            if not item.name.startswith("whats-new-in-wagtail")
        ]
