"""Which parts of the page tree are not for everyone, asked once for a whole request.

Wagtail's ``public()`` and ``get_view_restrictions()`` ask anew each time. Here the home
page, which every request fetches first, brings the answer with it and hands it on.
"""

from django.db.models import CharField, F, Func, Subquery
from wagtail.models import PageViewRestriction


class Joined(Func):
    """All values of an expression in one string, with commas between."""

    function = "GROUP_CONCAT"
    output_field = CharField()

    def as_postgresql(self, compiler, connection, **context):
        template = "STRING_AGG(%(expressions)s, ',')"
        return self.as_sql(compiler, connection, template=template, **context)


def with_private_paths(pages):
    """Annotate each page with the paths of all restricted pages, joined; None if none is."""
    paths = PageViewRestriction.objects.values(joined=Joined(F("page__path")))
    return pages.annotate(joined_private_paths=Subquery(paths))


def is_for_everyone(page, private_paths=None):
    """Whether any visitor may read ``page``.

    ``private_paths``, where they are known, save the query that finds them.
    """
    if private_paths is None or page.alias_of_id:
        return page.live and not page.get_view_restrictions().exists()
    return page.live and not is_under(page.path, private_paths)


def is_under(path, private_paths):
    """Whether the page with this tree path is one of the private ones or below one."""
    return any(path.startswith(private) for private in private_paths)
