from django.contrib.auth.models import Permission
from django.urls import path, reverse
from wagtail import hooks

from psgsite.outbox.personal_data import WaitingMails
from psgsite.outbox.report import (
    DeleteMailView,
    TryAgainView,
    WaitingMailsMenuItem,
    WaitingMailsView,
)
from psgsite.outbox.warning import warn


@hooks.register("register_admin_urls")
def register_waiting_mails():
    view = WaitingMailsView
    again = TryAgainView.as_view()
    delete = DeleteMailView.as_view()
    address = "reports/mails/"
    return [
        path(address, view.as_view(), name="waiting_mails"),
        path(
            f"{address}results/",
            view.as_view(results_only=True),
            name="waiting_mails_results",
        ),
        path(f"{address}<int:pk>/try/", again, name="try_mail_again"),
        path(f"{address}<int:pk>/delete/", delete, name="delete_waiting_mail"),
    ]


@hooks.register("register_reports_menu_item")
def register_waiting_mails_menu_item():
    return WaitingMailsMenuItem(
        WaitingMailsView.page_title,
        reverse("waiting_mails"),
        name="waiting-mails",
        icon_name=WaitingMailsView.header_icon,
        order=1320,  # after the addresses
    )


@hooks.register("register_permissions")
def register_permissions_on_waiting_mails():
    """Let administrators give them to groups."""
    return Permission.objects.filter(
        content_type__app_label="psgsite", content_type__model="outgoingmail"
    )


@hooks.register("register_personal_data")
def register_personal_data_in_waiting_mails():
    return WaitingMails()


hooks.register("construct_homepage_panels", warn)
