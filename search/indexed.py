"""What Wagtail's index has already, so that it isn't written again."""

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from wagtail.search import index
from wagtail.search.models import IndexEntry

# Where the texts are as they came: PostgreSQL's ``title`` and ``body`` are vectors of them.
TITLE, BODY = (
    ("title_text", "body_text")
    if connection.vendor == "postgresql"
    else ("title", "body")
)


def not_indexed(objects):
    """Those of one model that the index doesn't have with the texts that they have now."""
    if not objects:
        return []
    known = dict(indexed_texts(objects))
    return [each for each in objects if known.get(str(each.pk)) != texts(each)]


def indexed_texts(objects):
    """The key of each in the index, with its texts there."""
    entries = IndexEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(objects[0]),
        object_id__in=[str(each.pk) for each in objects],
    )
    for key, *found in entries.values_list("object_id", TITLE, BODY):
        yield key, found


def texts(each):
    """What Wagtail would put into the index of it: titles, and all else."""
    fields = [
        field for field in each.get_search_fields() if type(field) is index.SearchField
    ]
    titles, others = [], []
    for field in fields:
        kind = titles if field.field_name == "title" else others
        kind.append(field.get_value(each).strip())
    return [" ".join(filter(None, kind)) for kind in (titles, others)]
