import re

from django.core.paginator import EmptyPage, Paginator
from django.http import Http404


def page_or_404(objects, request, *, per_page, total=None):
    """Return the page of ``objects`` that ``?page=`` asks for, the first without it.

    ``total`` saves the counting where it is known. A page that doesn't exist, or a
    number that isn't one, is a 404.
    """
    number = request.GET.get("page", "1")
    if not re.fullmatch(r"[1-9][0-9]{0,8}", number):
        raise Http404(f"{number!r} is not the number of a page.")
    paginator = Paginator(objects, per_page)
    if total is not None:
        paginator.count = total
    try:
        return paginator.page(number)
    except EmptyPage as error:
        raise Http404(str(error)) from error


def with_page(address, number):
    """The address of a list with the number of a page in it, unless it is the first."""
    if number == 1:
        return address
    return f"{address}{'&' if '?' in address else '?'}page={number}"
