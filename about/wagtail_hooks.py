# Wagtail looks for the hooks of an app here.
import about.joining.admin.wagtail_hooks  # noqa: F401
