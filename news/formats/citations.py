"""How to cite an article: in words, and as files for BibTeX and for reference managers.

A byline is cited as it stands, for nobody can tell by rule which of "Rosa Quispe Mamani"
is the family name. ``publisher`` is the organisation's name, the author where none is named.
"""

import re

from django.utils.encoding import iri_to_uri
from django.utils.formats import date_format
from django.utils.html import format_html

# What TeX takes for a command. Braces must be in pairs even where they are escaped.
TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
    | {each: f"\\{each}" for each in "%&_#$"}
)

# A quotation within the title; an apostrophe has a letter after it.
INNER_QUOTATION = re.compile(r"‘(.*?)’(?!\w)")


def harvard(article, *, publisher, accessed):
    """One sentence as safe HTML; an article in the making may lack a date or an address."""
    day = article.date
    return format_html(
        "{} ({}) ‘{}’, <cite>{}</cite>{}.{} (Accessed: {}).",
        article.byline or publisher,
        day.year if day else "no date",
        INNER_QUOTATION.sub(r"“\1”", article.title),
        publisher,
        f", {date_format(day, 'j F')}" if day else "",
        f" Available at: {article.full_url}" if article.full_url else "",
        date_format(accessed, "j F Y"),
    )


def bibtex(article, *, publisher, accessed):
    """One entry. Plain BibTeX reads ``year`` and ``month``, biblatex the whole ``date``."""
    authors = authors_of(article, publisher)
    fields = {
        "author": braced(" and ".join(f"{{{tex(author)}}}" for author in authors)),
        # In two pairs of braces, so that no style takes the capitals away.
        "title": braced(braced(tex(article.title))),
        "organization": braced(tex(publisher)),
        "date": braced(article.date.isoformat()),
        "year": braced(str(article.date.year)),
        "month": f"{article.date:%b}".lower(),
        "url": braced(iri_to_uri(article.full_url)),
        "urldate": braced(accessed.isoformat()),
        "langid": braced("british"),
    }
    lines = ",\n".join(f"  {name} = {value}" for name, value in fields.items())
    return f"@online{{{article.slug},\n{lines}\n}}\n"


def ris(article, *, publisher, accessed, subjects):
    """One record of a web page; ``subjects`` are its keywords."""
    tags = [
        ("TY", "ELEC"),
        *(("AU", author) for author in authors_of(article, publisher)),
        ("TI", article.title),
        ("PB", publisher),
        ("PY", str(article.date.year)),
        ("DA", f"{article.date:%Y/%m/%d}"),
        ("AB", article.summary),
        *(("KW", subject) for subject in subjects),
        ("LA", "en"),
        ("UR", article.full_url),
        ("Y2", f"{accessed:%Y/%m/%d}"),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {one_line(value)}\r\n" for tag, value in tags)


def authors_of(article, publisher):
    return re.split(r"\s+and\s+", article.byline.strip() or publisher)


def tex(text):
    return one_line(text).translate(TEX)


def braced(text):
    return f"{{{text}}}"


def one_line(text):
    """The text without line breaks or control characters, with which one could end a field."""
    return " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", " ", text).split())
