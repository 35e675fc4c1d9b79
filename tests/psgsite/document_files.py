"""Builders of PDF and Word files, of documents and of what surrounds them."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from django.core.files.base import ContentFile
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject
from wagtail.models import Collection, CollectionViewRestriction

from psgsite.document_text import documents_in
from psgsite.models import Document

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def drawn(lines):
    """A page's lines in the language of PDFs; they have no brackets in them."""
    shown = " T* ".join(f"({line}) Tj" for line in lines)
    return f"BT /F1 12 Tf 14 TL 72 720 Td {shown} ET".encode("cp1252")


def add_page(writer, content):
    page = writer.add_blank_page(width=595, height=842)
    stream = DecodedStreamObject()
    stream.set_data(content)
    font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    font["/Encoding"] = "/WinAnsiEncoding"
    names = {NameObject(key): NameObject(value) for key, value in font.items()}
    fonts = DictionaryObject({NameObject("/F1"): DictionaryObject(names)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    page[NameObject("/Contents")] = writer._add_object(stream.flate_encode())


def pdf(*pages, password=None, owner_password=None):
    """A PDF's bytes. A page is a list of lines, or bytes in the language of PDFs."""
    writer = PdfWriter()
    for page in pages:
        add_page(writer, page if isinstance(page, bytes) else drawn(page))
    if password is not None:
        writer.encrypt(password, owner_password, algorithm="RC4-128")
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def docx(text, *paragraphs, files=None):
    """A Word file's bytes; ``files`` are what else is in it, by name."""
    runs = (f"<w:r><w:t>{each}</w:t></w:r>" for each in (text, *paragraphs))
    body = "".join(f"<w:p>{run}</w:p>" for run in runs)
    body = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in {"word/document.xml": body, **(files or {})}.items():
            archive.writestr(name, content)
    return file.getvalue()


def document(content, name="report.pdf", **fields):
    """Save a document whose file has these bytes."""
    file = ContentFile(content, name=name)
    return Document.objects.create(title="Annual report", file=file, **fields)


def attached(document):
    return {"type": "document", "value": {"document": document.pk, "title": ""}}


def collection(name, parent=None):
    return (parent or Collection.get_first_root_node()).add_child(name=name)


def restrict(collection):
    return CollectionViewRestriction.objects.create(
        collection=collection, restriction_type="login"
    )


def texts_of(page):
    """The texts of its documents, as a search reads them."""
    page = type(page).objects.get(pk=page.pk)
    return [document.text for document in documents_in(page.streams)]
