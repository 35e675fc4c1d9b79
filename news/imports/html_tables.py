"""Tables in HTML, as the data of a table block."""

import re
from itertools import zip_longest

from news.imports.editor_text import EditorText
from psgsite.rich_text import INLINE_FEATURES

NUMBER = re.compile(r"[+\u2212–-]?\s?(US\$|S/\.?|[$£€])?\s?\d[\d.,\s]*%?")
WIDEST_SPAN = 50


def grid(table):
    """The cells of a table in rows; where one spans several places, the others are None."""
    covered = {}  # column: how many more rows the cell above it reaches down
    rows = [
        row_of(row, covered)
        for part in ("thead", "tbody", "tfoot")
        for row in table.findall(f"{part}/tr")
    ]
    return [row for row in rows if row]


def row_of(cells, covered):
    row = []
    for cell in [*cells, None]:
        while covered.get(len(row)):
            covered[len(row)] -= 1
            row.append(None)
        if cell is not None:
            width = span(cell, "colspan")
            for column in range(len(row), len(row) + width):
                covered[column] = span(cell, "rowspan") - 1
            row += [cell] + [None] * (width - 1)
    return row


def span(cell, name):
    digits = re.match(r"\s*(\d{1,3})", cell.get(name, ""), re.ASCII)
    return max(1, min(int(digits[1]), WIDEST_SPAN)) if digits else 1


def is_layout(rows):
    """Whether a table only puts things in place: no headings, and one row or column."""
    cells = [cell for row in rows for cell in row if cell is not None]
    has_headings = any(cell.tag == "th" for cell in cells)
    return not has_headings and (len(rows) < 2 or max(map(len, rows)) < 2)


def table_value(rows, caption):
    """The data of a table block. ``rows`` hold EditorText or None; the first is headings."""
    rows = [[cell or EditorText() for cell in row] for row in rows]
    body = [row for row in rows[1:] if any(cell.lines for cell in row)]
    columns = list(zip_longest(rows[0], *body, fillvalue=EditorText()))
    kinds = ["number" if is_number(cells) else "text" for _, *cells in columns]
    values = [
        [
            cell.plain if kind == "number" else cell.html(INLINE_FEATURES)
            for cell in cells
        ]
        for kind, (_, *cells) in zip(kinds, columns, strict=True)
    ]
    return {
        "columns": [
            {"type": kind, "heading": heading.plain}
            for kind, (heading, *_) in zip(kinds, columns, strict=True)
        ],
        "rows": [{"values": list(row)} for row in zip(*values, strict=True)],
        "caption": caption,
    }


def is_number(cells):
    """Whether a column holds numbers and nothing that would be lost from plain text."""
    filled = [cell for cell in cells if cell.lines]
    return bool(filled) and all(
        NUMBER.fullmatch(cell.plain) and not cell.has_links for cell in filled
    )
