from django.apps import AppConfig


class PsgsiteConfig(AppConfig):
    name = "psgsite"
    verbose_name = "Site"

    def ready(self):
        # Connects the receiver of sign-ins.
        from psgsite import accounts  # noqa: F401
