from django.apps import AppConfig


class PsgsiteConfig(AppConfig):
    name = "psgsite"
    verbose_name = "Site"

    def ready(self):
        # Connects the receivers of sign-ins, deletions, reviews and uploads.
        from psgsite import accounts  # noqa: F401
        from psgsite.bin import keeping  # noqa: F401
        from psgsite.review import mails  # noqa: F401
        from psgsite.uploads import receivers  # noqa: F401
