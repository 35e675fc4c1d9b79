"""Which files are taken for documents: their content must be what their name says."""

import re
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

from psgsite.document_text import LARGEST_UNPACKED, OLD_WORD_SIGNATURE

BEGINNINGS = {"pdf": b"%PDF-", "rtf": b"{\\rtf"}
# What an archive must have in it.
PARTS = {"docx": "word/", "xlsx": "xl/", "pptx": "ppt/", "odt": "content.xml"}
TEXTS = {"csv", "txt"}
MACROS = "vbaProject.bin"
MOST_PARTS = 10_000

HEAD = 4096
# https://mimesniff.spec.whatwg.org/#identifying-a-resource-with-an-unknown-mime-type
MARKUP = re.compile(
    rb"<(!doctype|\?xml|\?php|!--|/?(html|head|body|script|style|svg|iframe|title|table|"
    rb"div|meta|link|img|p|a|b|h[1-6])\b)",
    re.IGNORECASE,
)
WIDE_CHARACTERS = (b"\xff\xfe", b"\xfe\xff")

FALSE = (
    "This isn’t what its name says: no .{ending} file is inside. Open it in the program that "
    "made it, save it as .{ending} or PDF, and upload that."
)
WEB_PAGE = (
    "This is a web page or a drawing with the name of a document. Open it in a browser, "
    "print it to a PDF, and upload that."
)
DAMAGED = (
    "The file is damaged: a part of it is missing. Get it again from where it came, or save "
    "it anew, and upload that."
)
PROTECTED = (
    "The file has a password, or is in an old form. Save it as .{ending} without a password, "
    "and upload that."
)
WITH_MACROS = (
    "There are macros in this file, programs that can harm who opens it. Save it without "
    "macros, or as PDF, and upload that."
)
TOO_LARGE_INSIDE = (
    "Unpacked, this file is far larger than a document should be. Make its pictures smaller, "
    "or save it as PDF, and upload that."
)


def ending(file):
    return PurePath(file.name).suffix.lower().removeprefix(".")


def why_refused(file):
    """What is wrong with the content of a file, and its remedy; "" if nothing is."""
    kind = ending(file)
    file.seek(0)
    head = file.read(HEAD)
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if MARKUP.match(start):
        why = WEB_PAGE
    elif kind in BEGINNINGS:
        why = "" if start.startswith(BEGINNINGS[kind]) else FALSE
    elif kind in PARTS:
        why = why_no_archive(file, head, kind)
    elif kind in TEXTS:
        wide = head.startswith(WIDE_CHARACTERS)
        why = FALSE if b"\0" in head and not wide else ""
    else:
        why = ""
    file.seek(0)
    return why.format(ending=kind)


def why_no_archive(file, head, kind):
    if head.startswith(OLD_WORD_SIGNATURE):
        return PROTECTED
    if not head.startswith(b"PK"):
        return FALSE
    try:
        with ZipFile(file) as archive:
            parts = archive.infolist()
    except (BadZipFile, NotImplementedError, ValueError, OSError):
        return DAMAGED
    names = [part.filename for part in parts]
    if any(part.flag_bits & 1 for part in parts):
        return PROTECTED
    if not any(name.startswith(PARTS[kind]) for name in names):
        return FALSE
    if any(name.endswith(MACROS) for name in names):
        return WITH_MACROS
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or unpacked > LARGEST_UNPACKED:
        return TOO_LARGE_INSIDE
    return ""
