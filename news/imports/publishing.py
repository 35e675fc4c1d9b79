"""Publishes many new articles at once; each gets the rows that Wagtail alone would give it.

Wagtail's own way, with add_child() and save_revision(), takes dozens of queries and writes
the index several times for each article. A test compares an article of either way.
"""

from functools import partial

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from wagtail.models import (
    COMMENTS_RELATION_NAME,
    Page,
    PageLogEntry,
    ReferenceIndex,
    Revision,
)
from wagtail.search.backends import get_search_backends
from wagtail.signals import page_published, published

from news.models import ArticlePage
from psgsite.pages import pages_saved


def publish_together(section, articles):
    """Add ``articles`` below ``section`` with a revision each.

    They are unsaved, valid, with a free slug, the dates of publishing, and topics and
    regions set. To be called in a transaction that has locked ``section``.
    """
    place(section, articles)
    save_pages(articles)
    save_subjects(articles)
    save_revisions(articles)
    add_to_indexes(articles)
    pks = [article.pk for article in articles]
    transaction.on_commit(partial(announce, pks))


def place(section, articles):
    """Give each article its place in the tree, after those that are there."""
    last = section.get_last_child()
    path = (
        last._inc_path()
        if last
        else ArticlePage._get_path(section.path, section.depth + 1, 1)
    )
    for article in articles:
        article.path, article.depth = path, section.depth + 1
        article.set_url_path(section)
        article.draft_title = article.title
        article.locale_id = section.locale_id
        path = article._inc_path()
    section.numchild += len(articles)
    Page.objects.filter(pk=section.pk).update(numchild=F("numchild") + len(articles))


def save_pages(articles):
    fields = [field.attname for field in Page._meta.concrete_fields]
    pages = Page.objects.bulk_create(
        Page(**{name: getattr(article, name) for name in fields})
        for article in articles
    )
    for article, page in zip(articles, pages, strict=True):
        article.id = article.page_ptr_id = page.pk
        # Raw: nothing but the row of its own. The index is told below, of all at once.
        article.save_base(raw=True, force_insert=True)


def save_subjects(articles):
    for name in ("topics", "regions"):
        link = getattr(ArticlePage, name).through
        link.objects.bulk_create(
            link(articlepage_id=article.pk, **{f"{kind(subject)}_id": subject.pk})
            for article in articles
            for subject in getattr(article, name).all()
        )


def kind(subject):
    return subject._meta.model_name


def save_revisions(articles):
    """Give each article a revision, and a history that leads to it."""
    now = timezone.now()
    page_type, article_type = (
        ContentType.objects.get_for_model(model) for model in (Page, ArticlePage)
    )
    for article in articles:
        setattr(article, COMMENTS_RELATION_NAME, [])  # so that nobody asks for them
    revisions = Revision.objects.bulk_create(
        Revision(
            content_type=article_type,
            base_content_type=page_type,
            object_id=str(article.pk),
            created_at=now,
            object_str=str(article),
            content=article.serializable_data(),
        )
        for article in articles
    )
    for article, revision in zip(articles, revisions, strict=True):
        article.live_revision = article.latest_revision = revision
        article.latest_revision_created_at = now
    fields = ["live_revision", "latest_revision", "latest_revision_created_at"]
    Page.objects.bulk_update(articles, fields)
    PageLogEntry.objects.bulk_create(
        PageLogEntry(
            page=article,
            content_type=article_type,
            label=article.get_admin_display_title(),
            action=f"wagtail.{action}",
            timestamp=now,
            revision=None if action == "create" else article.latest_revision,
            content_changed=True,
        )
        for article in articles
        # As the page editor does it: what leads to the revision is "edit".
        for action in ("create", "edit", "publish")
    )


def add_to_indexes(articles):
    for backend in get_search_backends(with_auto_update=True):
        backend.add_bulk(ArticlePage, articles)
    for article in articles:
        ReferenceIndex.create_or_update_for_object(article)
    pages_saved.send(sender=ArticlePage, pages=articles)


def announce(pks):
    """Tell whoever listens for publishing, such as caches, as Wagtail does."""
    articles = ArticlePage.objects.filter(pk__in=pks).select_related("live_revision")
    for article in articles:
        for signal in (page_published, published):
            signal.send(ArticlePage, instance=article, revision=article.live_revision)
