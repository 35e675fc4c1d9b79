"""The ends of addresses that lead straight to a heading."""

from anyascii import anyascii
from django.utils.text import slugify

# Ids that the templates give to parts of a page.
PARTS_OF_PAGES = {
    "content",
    "corrections",
    "menu",
    "related",
    "siblings",
    "timeline",
}


def fill_anchors(headings):
    """Give each heading with words an anchor that no other has.

    The first that has an anchor keeps it; a duplicate made of that heading doesn't.
    """
    taken = set(PARTS_OF_PAGES)
    for heading in headings:
        if heading["anchor"] in taken:
            heading["anchor"] = ""
        elif heading["anchor"]:
            taken.add(heading["anchor"])
    for heading in headings:
        if heading["text"] and not heading["anchor"]:
            heading["anchor"] = free_anchor(heading["text"], taken)
            taken.add(heading["anchor"])


def free_anchor(text, taken):
    return free_name(slugify(anyascii(text))[:60].strip("-") or "section", taken)


def free_name(stem, taken):
    """``stem``, or the first of ``stem-2``, ``stem-3``… that isn't ``taken``."""
    name, number = stem, 2
    while name in taken:
        name, number = f"{stem}-{number}", number + 1
    return name
