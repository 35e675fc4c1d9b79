"""Wagtail looks here for what an app adds to the admin."""

from about.joining.admin import wagtail_hooks as enquiries  # noqa: F401
