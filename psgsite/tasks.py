"""What is done for the search when documents change; only reading them takes long."""

from functools import partial

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver
from django_tasks import task
from wagtail.documents import get_document_model
from wagtail.models import Collection, Page, ReferenceIndex, get_page_models

AT_ONCE = 500


@task(backend="background")
def read_document(pk):
    """Read the text of a document, unless it has been deleted meanwhile."""
    for document in get_document_model().objects.filter(pk=pk):
        document.read()


@task()
def announce_pages(ids):
    """Say that what these pages show has changed, though they weren't saved."""
    # The pages know the documents, which know this module.
    from psgsite.pages import BasePage, pages_saved

    for model in get_page_models():
        if issubclass(model, BasePage):
            pages = model.objects.live().filter(pk__in=ids)
            if found := list(pages.prefetch_related(*model.search_prefetch)):
                pages_saved.send(sender=model, pages=found)


def announce(documents):
    """Announce the pages that use ``documents`` as soon as all is saved."""
    ids = pages_with(documents)
    for start in range(0, len(ids), AT_ONCE):
        batch = ids[start : start + AT_ONCE]
        transaction.on_commit(partial(announce_pages.enqueue, batch))


def pages_with(documents):
    """The ids of pages that attach or link to ``documents``, a list or a queryset."""
    references = ReferenceIndex.get_references_to_in_bulk(documents).filter(
        base_content_type=ContentType.objects.get_for_model(Page)
    )
    return sorted({int(pk) for pk in references.values_list("object_id", flat=True)})


@receiver(pre_delete, sender="psgsite.Document")
def announce_before_deletion(instance, **kwargs):
    # Many that are deleted at once don't have their delete() called.
    announce([instance])


@receiver(post_save, sender="wagtailcore.CollectionViewRestriction")
@receiver(post_delete, sender="wagtailcore.CollectionViewRestriction")
def announce_privacy(instance, **kwargs):
    announce_collection(instance.collection_id)


@receiver(post_save, sender="wagtailcore.Collection")
def announce_moved_collection(instance, created, **kwargs):
    # Wagtail saves a collection first and then moves it, which sends no signal.
    if not created:
        transaction.on_commit(partial(announce_collection, instance.pk))


def announce_collection(pk):
    """Announce the pages that use documents of a collection, or of one below it."""
    for collection in Collection.objects.filter(pk=pk):
        below = collection.get_descendants(inclusive=True)
        announce(get_document_model().objects.filter(collection__in=below))
