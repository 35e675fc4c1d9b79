"""Reads the text of the old site's home page. Format: docs/operators/old-site.md."""

import calendar
import datetime
import re
from dataclasses import dataclass, field
from itertools import zip_longest

BULLET = re.compile(r"[•·*]\s*|-\s+")
DATE = re.compile(
    r"(?:[a-z]+day,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]+)\.?,?\s+(\d{4})",
    re.IGNORECASE,
)
SECTIONS = {
    "about": re.compile(r"about\b", re.IGNORECASE),
    "aims": re.compile(r".*\baims$", re.IGNORECASE),
    "history": re.compile(r".*\bhistor(y|ical)\b", re.IGNORECASE),
    "human_rights": re.compile(r"human rights$", re.IGNORECASE),
    "join": re.compile(r".*\bjoin\b", re.IGNORECASE),
}
# What the old page's button said; the new page has a button of its own.
BUTTON = "become a member"


class OldPageError(Exception):
    """The file can't be imported; each of ``problems`` names its line and the remedy."""

    def __init__(self, *problems):
        super().__init__("; ".join(problems))
        self.problems = problems


@dataclass
class Entry:
    """One bullet of the page: its title and what follows it up to the next."""

    line: int
    title: str
    date: datetime.date | None = None
    paragraphs: list[str] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)

    @property
    def section(self):
        """The standing section this is, by its title, or None."""
        if self.date:
            return None
        for name, pattern in SECTIONS.items():
            if pattern.match(self.title):
                return name
        return None

    @property
    def text(self):
        return " ".join(self.paragraphs)


@dataclass
class Line:
    number: int
    text: str
    after_blank: bool

    @property
    def bullet(self):
        """What stands beside the bullet, or None without one."""
        match = BULLET.match(self.text)
        return self.text[match.end() :].strip() if match else None


def decode(data: bytes) -> str:
    """Return the text of a file in UTF-8 or, failing that, Windows-1252."""
    if b"\0" in data:
        raise OldPageError("this is not a plain text file; save it as UTF-8 text")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise OldPageError(
            f"line {line}: neither UTF-8 nor Windows-1252; save the file as UTF-8 text"
        ) from error


def read_old_page(text: str) -> tuple[list[Entry], list[Line]]:
    """Return the page's entries in order, and the lines that belong to none.

    An entry is an article if it has a date, else a standing section. Raises OldPageError
    for a date that no calendar has, and if there is nothing to import.
    """
    entries, unread, problems = [], [], []
    lines = list(filled_lines(text))
    for line, following in zip_longest(lines, lines[1:]):
        try:
            if line.bullet is not None:
                add_bullet(entries, line, following)
            elif entries:
                add_text(entries[-1], line)
            else:
                unread.append(line)
        except ValueError as error:
            problems.append(f"line {line.number}: {error}")
    if problems:
        raise OldPageError(*problems)
    if not entries:
        raise OldPageError(
            "no line begins with a bullet (•), so there is nothing to read"
        )
    return entries, unread


def filled_lines(text):
    """The lines that have text, without stray spaces at their ends and within."""
    after_blank = True
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text), 1):
        stripped = re.sub(r"[ \t]+", " ", line.strip())
        if stripped:
            yield Line(number, stripped, after_blank)
        after_blank = not stripped


def add_bullet(entries, line, following):
    """Begin an entry, unless the bullet is one of the reasons for joining."""
    if not line.bullet:
        raise ValueError("this bullet has no title; write one or delete the line")
    entry = Entry(line.number, line.bullet)
    under_join = bool(entries) and entries[-1].section == "join"
    if under_join and not entry.section and not has_text(following):
        entries[-1].reasons.append(entry.title)
    else:
        entries.append(entry)


def has_text(following):
    """Whether the line after a bullet is a date or a paragraph of its own."""
    if following is None or following.bullet is not None:
        return False
    own = following.after_blank and following.text.lower() != BUTTON
    return own or is_like_date(following.text)


def add_text(entry, line):
    """Add a line to what ``entry`` has so far: title, date, reason or paragraph."""
    if not entry.date and not entry.paragraphs and is_like_date(line.text):
        entry.date = read_date(line.text)
    elif entry.section == "join" and line.text.lower() == BUTTON:
        return
    elif line.after_blank:
        entry.paragraphs.append(line.text)
    elif entry.paragraphs:
        entry.paragraphs[-1] += f" {line.text}"
    elif entry.reasons:
        entry.reasons[-1] += f" {line.text}"
    elif entry.date or entry.section:
        entry.paragraphs.append(line.text)
    else:
        entry.title += f" {line.text}"


def is_like_date(text):
    return DATE.fullmatch(text) is not None


def read_date(text: str) -> datetime.date:
    """The date written as "8 Dec 2014" or "29 November 2014".

    Raises ValueError, with the remedy, if the calendar has no such day.
    """
    day, name, year = DATE.findall(text)[0]
    for month in range(1, 13):
        if is_name_of(month, name):
            last = calendar.monthrange(int(year), month)[1] if int(year) else 0
            if 1 <= int(day) <= last:
                return datetime.date(int(year), month, int(day))
    raise ValueError(f"there is no day {text!r}; write it as “8 December 2014”")


def is_name_of(month, name):
    """Whether ``name`` is an English name of the month, whole or abbreviated."""
    whole = calendar.month_name[month].lower()
    return name.lower() in {whole, whole[:3], "sept" if month == 9 else whole}
