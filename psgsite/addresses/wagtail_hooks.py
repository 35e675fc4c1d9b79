from django.urls import path, reverse
from wagtail import hooks

from psgsite.addresses.report import (
    MakeRedirectView,
    MissingAddressesMenuItem,
    MissingAddressesView,
    SetAsideView,
)


@hooks.register("register_admin_urls")
def register_missing_addresses():
    view = MissingAddressesView
    return [
        path("reports/addresses/", view.as_view(), name="missing_addresses"),
        path(
            "reports/addresses/results/",
            view.as_view(results_only=True),
            name="missing_addresses_results",
        ),
        path(
            "reports/addresses/<int:pk>/set-aside/",
            SetAsideView.as_view(),
            name="set_aside",
        ),
        path("redirects/make/", MakeRedirectView.as_view(), name="make_redirect"),
    ]


@hooks.register("register_reports_menu_item")
def register_missing_addresses_menu_item():
    return MissingAddressesMenuItem(
        MissingAddressesView.page_title,
        reverse("missing_addresses"),
        name="missing-addresses",
        icon_name=MissingAddressesView.header_icon,
        order=1310,  # after the searches
    )
