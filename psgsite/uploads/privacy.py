"""Which collections aren't for everyone, and whom their pictures are served to."""

from django.db import models
from wagtail.models import CollectionViewRestriction


def restrictions_above(collection):
    """For a subquery: what restricts a collection, or one above it.

    ``collection`` is the lookup from the outer rows to their collection.
    """
    path = models.ExpressionWrapper(
        models.OuterRef(f"{collection}__path"), models.CharField()
    )
    return CollectionViewRestriction.objects.annotate(path=path).filter(
        path__startswith=models.F("collection__path")
    )


def is_restricted(size):
    """Whether not everybody may see a picture of which ``size``, a queryset, is one."""
    return size.filter(models.Exists(restrictions_above("image__collection"))).exists()


def may_see(request, image):
    restrictions = image.collection.get_view_restrictions()
    return all(restriction.accept_request(request) for restriction in restrictions)
