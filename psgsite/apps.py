from django.apps import AppConfig
from wagtail.signals import workflow_cancelled


class PsgsiteConfig(AppConfig):
    name = "psgsite"
    verbose_name = "Site"

    def ready(self):
        # Connects the receivers of sign-ins, uploads and deletions.
        from psgsite import accounts  # noqa: F401
        from psgsite.bin import keeping  # noqa: F401
        from psgsite.uploads import receivers  # noqa: F401
        from psgsite.review.mails import notify_of_cancellation

        workflow_cancelled.connect(notify_of_cancellation)
