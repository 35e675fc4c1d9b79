# Wagtail looks for the hooks of an app here.
import about.joining.wagtail_hooks  # noqa: F401
