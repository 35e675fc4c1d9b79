from django.urls import path, register_converter

from psgsite.newsletter import views


class TokenConverter:
    """43 letters: a link that a mail program has cut short leads nowhere, not to a lie."""

    regex = r"[-\w]{43}"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


register_converter(TokenConverter, "subscriber_token")

urlpatterns = [
    path("", views.newsletter, name="newsletter"),
    path("asked/", views.newsletter_asked, name="newsletter_asked"),
    path("confirm/<str:token>/", views.confirm_newsletter, name="confirm_newsletter"),
    path("confirmed/", views.newsletter_confirmed, name="newsletter_confirmed"),
    path(
        "unsubscribe/<subscriber_token:token>/",
        views.unsubscribe_page,
        name="unsubscribe",
    ),
    path("unsubscribe/<path:rest>", views.broken_link),
]
