"""What the news does in the background."""

from django.apps import apps
from django_tasks import task

from psgsite.pages import pages_saved

AT_ONCE = 500


@task(backend="background")
def announce_articles(ids):
    """Say that what these articles are about has changed, though they were not saved."""
    model = apps.get_model("news", "ArticlePage")
    articles = model.objects.prefetch_related(*model.search_prefetch)
    for start in range(0, len(ids), AT_ONCE):
        batch = list(articles.filter(pk__in=ids[start : start + AT_ONCE]))
        pages_saved.send(sender=model, pages=batch)
