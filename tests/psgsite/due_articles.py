"""Articles whose time to be published has come."""

from datetime import timedelta

from django.utils import timezone

from tests import factories


def make_due(news, count):
    """Add articles whose time has come."""
    for n in range(count):
        article = factories.article(news, title=f"Story {n}", live=False)
        article.go_live_at = timezone.now() + timedelta(hours=1)
        revision = article.save_revision()
        revision.publish()
        past = timezone.now() - timedelta(minutes=1)
        revision.content["go_live_at"] = past.isoformat()
        revision.approved_go_live_at = past
        revision.save()
