"""What a search can find, with its words folded so that labels can be looked up in it."""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from anyascii import anyascii
from django.utils.text import slugify

from home import sample_content

TAG = re.compile(r"<[^>]+>")
POSSESSIVE = re.compile(r"[’']s?\b")
END_OF_PART = " | "
NOT_TEXT = {"level", "anchor", "type", "year", "end_year", "price"}


def without_accents(text):
    letters = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def words_in(text):
    """The words of a text in small letters, without accents and possessive endings."""
    return re.findall(r"\w+", POSSESSIVE.sub("", without_accents(text.lower())))


def folded(*parts):
    """Texts as one string in which whole words and phrases can be looked for."""
    return f" {END_OF_PART.join(' '.join(words_in(part)) for part in parts)} "


@dataclass(eq=False)
class Document:
    """A page and what it is about. ``parts`` are the texts of its body, one by one."""

    url: str
    title: str
    summary: str = ""
    parts: list[str] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    regions: list[str] = field(default_factory=list)
    day: date | None = None
    byline: str = ""
    caption: str = ""
    # Of what it tells and when in the story; None of a page that a person wrote.
    event: Any = None
    stage: str = ""

    @cached_property
    def folded_title(self):
        return folded(self.title)

    @cached_property
    def folded_top(self):
        """The title and summary."""
        return folded(self.title, self.summary)

    @cached_property
    def folded_text(self):
        """All that can be read of it, and its topics and regions."""
        texts = [self.title, self.summary, *self.parts, self.caption, self.byline]
        return folded(*texts, *self.topics, *self.regions)


def has_any(text, phrases):
    """Whether a folded text has one of the phrases, as whole words."""
    return any(folded(phrase) in text for phrase in phrases)


def has_all(text, words):
    return all(folded(word) in text for word in words)


def site_documents():
    """The pages and articles that every new site has."""
    pages = [
        (sample_content.HOME, "/"),
        (sample_content.NEWS, "/news/"),
        *((page, f"/{page['slug']}/") for page in standing_pages()),
    ]
    articles = [
        (article, f"/news/{slugify(anyascii(article['title']))}/")
        for article in sample_content.ARTICLES
    ]
    return [document_of(fields, url) for fields, url in (*pages, *articles)]


def standing_pages():
    return [
        sample_content.ABOUT,
        sample_content.AIMS,
        sample_content.HISTORY,
        sample_content.HUMAN_RIGHTS,
        sample_content.JOIN,
    ]


def document_of(fields, url):
    names = ["body", "people", "aims", "timeline", "reasons", "ways_of_joining"]
    return Document(
        url,
        fields["title"],
        fields["summary"],
        parts=[text for name in names for text in texts_in(fields.get(name, []))],
        topics=fields.get("topics", []),
        regions=fields.get("regions", []),
        day=fields.get("date"),
    )


def texts_in(value):
    """Yield every text in the raw data of a StreamField."""
    if isinstance(value, str):
        yield TAG.sub(" ", value)
    elif isinstance(value, dict):
        for name, part in value.items():
            if name not in NOT_TEXT:
                yield from texts_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts_in(part)
