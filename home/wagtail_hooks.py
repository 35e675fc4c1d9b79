"""Wagtail looks here for what an app adds to the admin."""

from home.checks import wagtail_hooks as checks  # noqa: F401
from home.dashboard import wagtail_hooks as dashboard  # noqa: F401
