"""Reads the handbook: docs/editors.md, what it leads to in docs/editors/, and docs/members.md."""

import re
from os.path import normpath
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

DOCS = settings.BASE_DIR / "docs"
FIRST = Path("editors.md")
MEMBERS = Path("members.md")
# Where in docs/ each kind of file is, and at which address of the admin it is shown.
SHOWN = [
    (re.compile(r"editors\.md"), "handbook"),
    (re.compile(r"editors/([-\w]+)\.md"), "handbook_page"),
    (re.compile(r"(members)\.md"), "handbook_page"),
    (re.compile(r"screenshots/editors/([-\w]+)\.webp"), "handbook_picture"),
]


def page(name):
    """The path in docs/ of a page by its name; FileNotFoundError if there is none."""
    if name == MEMBERS.stem:
        return existing(MEMBERS)
    return existing(FIRST.with_suffix("") / f"{name}.md")


def picture(name):
    return existing(Path("screenshots", "editors", f"{name}.webp"))


def existing(path):
    if not (DOCS / path).is_file():
        raise FileNotFoundError(path)
    return path


def read(path):
    """Return the title of a page and its HTML, in which links lead to the admin."""
    title, _, text = (DOCS / path).read_text().partition("\n")
    reader = Markdown(extensions=["tables", "toc", LinksExtension(path)])
    return title.removeprefix("# "), reader.convert(text)


def address(link, path):
    """Where in the admin a link on the page ``path`` leads; any other stays as it is."""
    parts = urlsplit(link)
    if parts.scheme or not parts.path:
        return link
    target = Path(normpath(path.parent / parts.path)).as_posix()
    for pattern, name in SHOWN:
        if found := pattern.fullmatch(target):
            return parts._replace(path=reverse(name, args=found.groups())).geturl()
    return link


class LinksExtension(Extension):
    def __init__(self, path):
        super().__init__()
        self.path = path

    def extendMarkdown(self, md):  # noqa: N802 Markdown's name
        # After Markdown's own, which make elements of links and pictures.
        md.treeprocessors.register(Links(self.path), "handbook", 0)


class Links(Treeprocessor):
    def __init__(self, path):
        super().__init__()
        self.path = path

    def run(self, root):
        for element in root.iter():
            for name in ("href", "src"):
                if link := element.get(name):
                    element.set(name, address(link, self.path))
