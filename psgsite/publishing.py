"""What holds back a page that would be published without its form being asked."""

from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from wagtail.admin import messages
from wagtail.models import Page

from psgsite.pages import BasePage


def is_finished(page):
    """Whether neither the page nor a block of it lacks what readers need."""
    if isinstance(page, BasePage) and page.problems():
        return False
    try:
        page.full_clean()
        for name in page.get_streamfield_names():
            page._meta.get_field(name).stream_block.clean(getattr(page, name))
    except ValidationError:
        return False
    return True


UNFINISHED = (
    "“{page}” isn't finished. Open it and publish it there: the form shows what is "
    "missing."
)
UNFINISHED_HERE = (
    "it isn't finished. Approve or publish it here: the form shows what is missing."
)


def publish_only_if(is_ready, request, action, objects, view, why=UNFINISHED):
    """Answer a bulk action that would publish a page of which ``is_ready`` isn't true.

    For ``before_bulk_action``; other actions get None, and so go on. ``why`` says what
    ``{page}`` lacks and what to do.
    """
    if action == "publish" and issubclass(view.model, Page):
        for page in pages_to_publish(objects, **view.get_execution_context()):
            if not is_ready(page):
                messages.error(
                    request, f"Nothing was published, for {why.format(page=page)}"
                )
                return redirect(view.next_url)
    return None


def pages_to_publish(pages, *, include_descendants, **context):
    """The latest draft of each page, and of those below it that aren't published."""
    for page in pages:
        yield page.get_latest_revision_as_object()
        if include_descendants:
            for below in page.get_descendants().not_live():
                yield below.get_latest_revision_as_object()


def approve_only_if(is_ready, request, page, why=UNFINISHED_HERE):
    """Lead to the form of a page that isn't ready; for ``before_publish_page``."""
    if is_ready(page):
        return None
    messages.error(request, f"“{page}” was not published, for {why}")
    return redirect("wagtailadmin_pages:edit", page.pk)
