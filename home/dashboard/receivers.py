"""Hears of pages that were saved."""

from django.dispatch import receiver

from home.dashboard import findings
from psgsite.pages import pages_saved


@receiver(pages_saved)
def refresh_findings(sender, pages, **kwargs):
    findings.refresh(sender, [page.pk for page in pages])
