"""Which parts of the page tree are not for everyone, asked once for a whole request.

Wagtail's ``public()`` and ``get_view_restrictions()`` ask anew each time. Here the home
page, which every request fetches first, brings the answer with it and hands it on.
"""

from django.db.models import CharField, Exists, F, Func, Subquery, Value
from django.db.models.functions import Concat
from wagtail.models import Page, PageViewRestriction


class Joined(Func):
    """All values of an expression in one string, with commas between."""

    function = "GROUP_CONCAT"
    output_field = CharField()

    def as_postgresql(self, compiler, connection, **context):
        template = "STRING_AGG(%(expressions)s, ',')"
        return self.as_sql(compiler, connection, template=template, **context)


def with_private_paths(pages):
    """Annotate each page with what ``read_private_paths()`` reads, whatever page it is."""
    restricted = PageViewRestriction.objects.values(joined=Joined(F("page__path")))
    # Only where something is restricted does it matter what follows what.
    aliases = Page.objects.order_by().filter(
        Exists(PageViewRestriction.objects.all()), alias_of__isnull=False
    )
    pair = Concat("path", Value(">"), "alias_of__path")
    return pages.annotate(
        joined_restricted_paths=Subquery(restricted),
        joined_alias_paths=Subquery(aliases.values(joined=Joined(pair))),
    )


def read_private_paths(page):
    """The tree paths of what isn't for everyone, which ``page`` was annotated with.

    An alias, and all below it, is as private as the page that it follows.
    """
    private = split(page.joined_restricted_paths)
    aliases = [pair.split(">") for pair in split(page.joined_alias_paths)]
    found = private
    while found:
        found = [
            alias
            for alias, source in aliases
            if is_under(source, private) and not is_under(alias, private)
        ]
        private = private + found
    return private


def split(joined):
    return joined.split(",") if joined else []


def find_private_paths():
    root = with_private_paths(Page.objects.filter(depth=1)).get()
    return read_private_paths(root)


def for_everyone(rows, private_paths=None, page=""):
    """Those whose pages any visitor may read; ``page`` is the lookup from row to page.

    ``private_paths``, where they are known, save the query that finds them.
    """
    rows = rows.filter(**{f"{page}live": True})
    for path in find_private_paths() if private_paths is None else private_paths:
        rows = rows.exclude(**{f"{page}path__startswith": path})
    return rows


def is_for_everyone(page, private_paths=None):
    """Whether ``page`` is one of those."""
    if private_paths is None:
        private_paths = find_private_paths()
    return page.live and not is_under(page.path, private_paths)


def may_link_to(page, context):
    """Whether ``page``, if there is one, can be opened by readers of the page in ``context``."""
    private_paths = getattr(context.get("page"), "private_paths", None)
    return page is not None and is_for_everyone(page, private_paths)


def is_under(path, private_paths):
    """Whether the page with this tree path is one of the private ones or below one."""
    return any(path.startswith(private) for private in private_paths)
