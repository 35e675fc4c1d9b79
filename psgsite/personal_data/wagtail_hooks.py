from django.contrib.auth.models import Permission
from django.urls import path, reverse
from wagtail import hooks

from psgsite.personal_data.logs import ACTIONS, register_actions
from psgsite.personal_data.views import PersonalDataMenuItem, PersonView


@hooks.register("register_admin_urls")
def register_one_person():
    return [path("one-person/", PersonView.as_view(), name="one_person")]


@hooks.register("register_admin_menu_item")
def register_one_person_menu_item():
    return PersonalDataMenuItem(
        PersonView.page_title,
        reverse("one_person"),
        name="one-person",
        icon_name=PersonView.header_icon,
        order=510,  # below the enquiries
    )


@hooks.register("register_permissions")
def offer_permission_for_personal_data():
    return Permission.objects.filter(
        content_type__app_label="psgsite", codename="handle_personaldata"
    )


@hooks.register("register_log_actions")
def register_one_person_in_histories(registry):
    register_actions(registry, ACTIONS)
