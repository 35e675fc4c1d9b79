"""The text of documents, so that a search finds the pages that attach them."""

import logging
import os
import re
import time
import zipfile
from itertools import islice
from pathlib import PurePath

import mammoth
from pypdf import PdfReader, apply_configuration
from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError
from wagtail.documents import get_document_model

logger = logging.getLogger(__name__)

LONGEST_TEXT = 200_000  # letters
LARGEST_FILE = 50_000_000  # bytes
LARGEST_UNPACKED = 100_000_000  # bytes, of all that a .docx file holds
LARGEST_PART = 5_000_000  # bytes of one of its texts, which takes six seconds
MOST_PAGES = 500
LONGEST_WORK = 5  # seconds, for the pages of a PDF
# Most pages have a hundredth of this.
LARGEST_PAGE = 10_000_000  # bytes
MOST_WORDS_OF_PAGE = 200_000  # of the language in which PDFs are drawn

EMPTY = "The file is empty. Upload it again."
MISSING = "The file is missing, or can’t be opened. Upload it again."
DAMAGED = (
    "The file is damaged, or isn’t what its name says. Open it, save it anew, and upload "
    "it again."
)
TOO_LARGE = "The file is too large to be read. Split it, or attach a shorter one."
PROTECTED = (
    "The file has a password, if only against changes. Save it without one, and upload it "
    "again."
)
OLD_WORD = (
    "The file has a password, or is in the old form of Word. Save it as .docx, without a "
    "password, and upload it again."
)
WITHOUT_TEXT = (
    "No text was found in the file. If it is a scan, have its text recognised (OCR) and "
    "upload it again."
)

# Halves of characters too, which databases refuse.
CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
BROKEN_WORD = re.compile(r"(?<=[a-zà-ÿ])[-\u00ad\u2010] *\n *(?=[a-zà-ÿ])")
SIGNATURES = (b"%PDF-", b"PK\x03\x04")
OLD_WORD_SIGNATURE = b"\xd0\xcf\x11\xe0"


class UnreadableDocument(Exception):  # noqa: N818 – named for what is wrong
    """Says why a file can't be read, and what its editor can do."""


def read_text(file, name):
    """Return the text of a file, at most ``LONGEST_TEXT`` letters, a line for each of its.

    ``file`` is open for bytes; the end of ``name`` says what kind it is. A kind that isn't
    read, and a scan, have the text "". Of a PDF, the first ``MOST_PAGES`` pages are read,
    or as many as ``LONGEST_WORK`` allows. Raises UnreadableDocument.
    """
    read = READERS.get(PurePath(name).suffix.lower())
    if read is None:
        return ""
    refuse_by_size(file)
    try:
        return tidy(read(file))[:LONGEST_TEXT]
    except UnreadableDocument:
        raise
    except Exception as error:
        # What is damaged makes each library fail in ways of its own, recursion included.
        raise UnreadableDocument(DAMAGED) from error


def text_or_problem(document):
    """The text of a document, and what to tell editors if there is none."""
    text = problem = ""
    try:
        with document.open_file() as file:
            text = read_text(file, document.file.name)
        if not text and f".{document.file_extension.lower()}" in READERS:
            problem = WITHOUT_TEXT
    except OSError:
        problem = MISSING
    except UnreadableDocument as error:
        problem = str(error)
    if problem:
        logger.warning("Document %s has no text. %s", document.pk, problem)
    return text, problem


def refuse_by_size(file):
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    if size == 0:
        raise UnreadableDocument(EMPTY)
    if size > LARGEST_FILE:
        raise UnreadableDocument(TOO_LARGE)


def read_pdf(file):
    try:
        with apply_configuration(
            zlib_maximum_output_length=LARGEST_PAGE,
            stream_parsing_work_maximum_count=MOST_WORDS_OF_PAGE,
        ):
            pages = "\n".join(texts_of_pages(PdfReader(file)))
    except (FileNotDecryptedError, DependencyError) as error:
        # For newer ciphers pypdf depends on a library that isn't worth having here.
        raise UnreadableDocument(PROTECTED) from error
    return BROKEN_WORD.sub("", pages)


def texts_of_pages(reader):
    end = time.monotonic() + LONGEST_WORK
    length = 0
    for page in islice(reader.pages, MOST_PAGES):
        if length > LONGEST_TEXT or time.monotonic() > end:
            return
        try:
            text = page.extract_text()
        except LimitReachedError:
            continue  # a drawing or a map; the other pages may have text
        length += len(text)
        yield text


def read_word(file):
    if file.read(4) == OLD_WORD_SIGNATURE:
        raise UnreadableDocument(OLD_WORD)
    with zipfile.ZipFile(file) as archive:
        parts = archive.infolist()
    texts = [part.file_size for part in parts if part.filename.endswith(".xml")]
    unpacked = sum(part.file_size for part in parts)
    if unpacked > LARGEST_UNPACKED or max(texts, default=0) > LARGEST_PART:
        raise UnreadableDocument(TOO_LARGE)
    return mammoth.extract_raw_text(file).value


def read_plain_text(file):
    content = file.read()
    if content.startswith(SIGNATURES) or b"\0" in content:
        raise UnreadableDocument(DAMAGED)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Latin-1 as Windows writes it: with curly quotation marks.
        return content.decode("cp1252", errors="replace")


READERS = {".pdf": read_pdf, ".docx": read_word, ".txt": read_plain_text}


def tidy(text):
    """Text without control characters, empty lines and needless spaces."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(CONTROLS.sub("", line) for line in lines if line)


def documents_in(streams):
    """The documents that streams attach or link to, in order, once each.

    Documents that aren't for everyone are left out. One query, beside those with which
    streams load their parts.
    """
    model = get_document_model()
    references = (
        reference
        for stream in streams
        for reference in stream.stream_block.extract_references(stream)
    )
    ids = dict.fromkeys(int(pk) for found, pk, *_ in references if found is model)
    if not ids:
        return []
    found = model.objects.for_everyone().defer(None).in_bulk(ids)
    return [found[pk] for pk in ids if pk in found]
