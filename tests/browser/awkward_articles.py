"""Articles as other systems leave them: long titles, nothing where a summary should be."""

from datetime import date, timedelta
from itertools import cycle, islice

LONG = (
    "Communities of the upper basin of Ch’uqi Pukyu in the highlands of Áncash ask the "
    "Superior Court to suspend an environmental certificate granted without the prior "
    "consultation that the law has required for many years"
)
UNBROKEN = "Llanfairpwllgwyngyll" * 6

SUBJECTS = [
    {"regions": ["Áncash"], "topics": ["Mining", "Environment"]},
    {"regions": ["Puno", "Cusco"], "topics": ["Elections"]},
    {"regions": ["National"]},
    {"regions": ["Madre de Dios"], "topics": ["Freedom of assembly and of expression"]},
    {},
]
TABLE = (
    "<table>"
    + "<tr>"
    + "<th>A long heading of a column</th>" * 9
    + "</tr>"
    + "<tr>"
    + "<td>123,456,789</td>" * 9
    + "</tr>"
    + "</table>"
)
KINDS = [
    {"title": LONG, "summary": "", "body": "<p>No summary, no picture.</p>"},
    {"title": "Ch’uqi Pukyu", "summary": LONG * 3, "body": "<p>A long summary.</p>"},
    {"title": UNBROKEN, "summary": UNBROKEN, "body": f"<p>{UNBROKEN}</p>"},
    {"title": "Áncash", "summary": "", "body": TABLE},
    {"title": "<b>Not bold</b> & “quoted”", "summary": "1 < 2", "body": ""},
    {
        "title": "Everything",
        "summary": "A bit of each.",
        "body": "<h2>A heading</h2><p>Words.</p><blockquote>Said.</blockquote>"
        f'<img src="/missing.jpg" alt="Lost"><p><a href="https://example.org/{"x" * 90}">'
        f"https://example.org/{'x' * 90}</a></p>",
        "byline": "Someone with a name of several words and hyphens-in-it",
    },
]


def awkward_articles(count):
    """``count`` lines for ``import_articles``, two a week, the newest first."""
    today = date(2026, 1, 31)
    kinds, subjects = cycle(KINDS), cycle(SUBJECTS)
    for number, (kind, about) in enumerate(
        islice(zip(kinds, subjects, strict=True), count)
    ):
        day = today - timedelta(days=number * 3)
        yield kind | about | {"date": day.isoformat(), "slug": f"awkward-{number}"}
