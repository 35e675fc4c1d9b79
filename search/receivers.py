"""Hears of pages that were saved or unpublished, whoever did it."""

from django.dispatch import receiver
from wagtail.signals import page_unpublished

from psgsite.pages import pages_saved
from search import entries


@receiver(pages_saved)
def refresh_entries(sender, pages, **kwargs):
    entries.refresh(sender, [page.pk for page in pages])


@receiver(page_unpublished)
def remove_entry(sender, instance, **kwargs):
    entries.remove([instance.pk])
