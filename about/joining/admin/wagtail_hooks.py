"""Puts enquiries into the admin: for those who answer them, and nobody else."""

from django.contrib.auth.models import Permission
from django.urls import path, reverse
from wagtail import hooks

from about.joining.admin.access import EnquiriesMenuItem, may_look
from about.joining.admin.listing import EnquiriesView
from about.joining.admin.logs import ACTIONS
from about.joining.admin.panel import EnquiriesPanel
from about.joining.admin.single import (
    DeleteEnquiryView,
    EnquiryView,
    HandleManyView,
    HandleView,
)
from about.joining.personal_data import Enquiries
from psgsite.personal_data.logs import register_actions


@hooks.register("register_admin_urls")
def register_enquiries():
    one = "enquiries/<int:pk>/"
    return [
        path("enquiries/", EnquiriesView.as_view(), name="enquiries"),
        path("enquiries/handle/", HandleManyView.as_view(), name="handle_enquiries"),
        path(one, EnquiryView.as_view(), name="enquiry"),
        path(f"{one}handle/", HandleView.as_view(), name="handle_enquiry"),
        path(f"{one}delete/", DeleteEnquiryView.as_view(), name="delete_enquiry"),
    ]


@hooks.register("register_admin_menu_item")
def register_enquiries_menu_item():
    return EnquiriesMenuItem(
        EnquiriesView.page_title,
        reverse("enquiries"),
        name="enquiries",
        icon_name=EnquiriesView.header_icon,
        order=500,
    )


@hooks.register("register_permissions")
def offer_permissions_for_enquiries():
    names = ["view_enquiry", "delete_enquiry"]
    return Permission.objects.filter(
        content_type__app_label="about", codename__in=names
    )


@hooks.register("construct_homepage_panels")
def show_enquiries(request, panels):
    if may_look(request.user):
        panels.append(EnquiriesPanel())


@hooks.register("filter_form_submissions_for_user")
def keep_enquiries_from_wagtails_list(user, forms):
    """Give nobody Wagtail's own: it asks who may change the page, and logs nothing."""
    return forms.none()


@hooks.register("register_personal_data")
def register_enquiries_as_personal_data():
    return Enquiries()


@hooks.register("register_log_actions")
def register_enquiries_in_histories(registry):
    register_actions(registry, ACTIONS)
