"""What newsletters add to the admin: their pages, a permission, words in the histories."""

from django.contrib.auth.models import Permission
from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogFormatter

from news.digest import views
from news.digest.sending import LOG_ACTION


@hooks.register("register_admin_urls")
def register_newsletters():
    one = "newsletter/<int:pk>/"
    return [
        path("newsletter/", views.DigestsView.as_view(), name="digests"),
        path(one, views.DigestView.as_view(), name="digest"),
        path(f"{one}test/", views.DigestTestView.as_view(), name="digest_test"),
        path(f"{one}send/", views.SendDigestView.as_view(), name="digest_send"),
        path(f"{one}resume/", views.ResumeDigestView.as_view(), name="digest_resume"),
    ]


class NewsletterMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm(views.PERMISSION)


@hooks.register("register_admin_menu_item")
def register_newsletter_menu_item():
    address = reverse("digests")
    return NewsletterMenuItem("Newsletter", address, icon_name="mail", order=360)


@hooks.register("register_permissions")
def register_permission_to_send():
    app, codename = views.PERMISSION.split(".")
    return Permission.objects.filter(content_type__app_label=app, codename=codename)


@hooks.register("register_log_actions")
def register_sending_in_histories(actions):
    @actions.register_action(LOG_ACTION)
    class Sending(LogFormatter):
        label = "Send newsletter"

        def format_message(self, log_entry):
            count = log_entry.data["count"]
            return f"Sent to {count} subscriber{'' if count == 1 else 's'}"
