"""Enquiries as a table for a spreadsheet program, which must run nothing that a reader wrote."""

import csv
import re
import unicodedata

from django.utils.timezone import localtime
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from wagtail.admin.views.mixins import Echo, SpreadsheetExportMixin

FIXED = ["Number", "Sent", "Handled", "Handled by"]
# After spaces and marks that nobody sees: programs skip them, and so does who looks.
FORMULA = re.compile(
    r"[\s\x00-\x1f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]*[=+\-@]"
)
BYTE_ORDER_MARK = "\ufeff"


def defused(value):
    """The text with an apostrophe before it, if a spreadsheet might take it for a formula."""
    value = ILLEGAL_CHARACTERS_RE.sub("", value)
    # Some editions of Excel take the wide signs of Chinese and Japanese for these too.
    plain = unicodedata.normalize("NFKC", value)
    if value.startswith(("\t", "\r", "\n")) or FORMULA.match(plain):
        return f"'{value}"
    return value


def shown(value):
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return ", ".join(value) if isinstance(value, list) else str(value)


def moment(time):
    return localtime(time).strftime("%Y-%m-%d %H:%M") if time else ""


def row_of(enquiry):
    """What one row says, by the heading of its column: the labels are headings too."""
    handler = enquiry.handled_by
    row = {
        "Number": str(enquiry.pk),
        "Sent": moment(enquiry.submit_time),
        "Handled": moment(enquiry.handled_at),
        "Handled by": handler.get_username() if handler else "",
    }
    for answer in enquiry.answers:
        label = f"{answer['label']} " if answer["label"] in FIXED else answer["label"]
        said = [row[label]] if row.get(label) else []
        row[label] = "; ".join([*said, shown(answer["value"])])
    return row


class EnquiryExportMixin(SpreadsheetExportMixin):
    """Takes a list of enquiries; has one column for each wording of a question."""

    export_filename = "enquiries"
    show_export_buttons = False

    def as_spreadsheet(self, queryset, spreadsheet_format):
        rows = [row_of(enquiry) for enquiry in queryset]
        labels = {label: None for row in rows for label in row}
        self.list_export = list(dict.fromkeys([*FIXED, *labels]))
        return super().as_spreadsheet(rows, spreadsheet_format)

    def to_row_dict(self, item):
        return {label: item.get(label, "") for label in self.list_export}

    def get_heading(self, queryset, field):
        return defused(field)

    def preprocess_field_value(self, field, value, export_format):
        return defused(value)

    def stream_csv(self, queryset):
        """Begin with what tells Excel that this is UTF-8, and leave no cell without quotes."""
        writer = csv.DictWriter(Echo(), self.list_export, quoting=csv.QUOTE_ALL)
        yield BYTE_ORDER_MARK.encode()
        yield writer.writerow(
            {field: self.get_heading(queryset, field) for field in self.list_export}
        )
        for row in queryset:
            yield self.write_csv_row(writer, self.to_row_dict(row))
