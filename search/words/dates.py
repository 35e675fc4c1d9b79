"""The words of a date, as readers may write it."""

from datetime import date

from django.utils.dates import MONTHS

SPANISH_MONTHS = {
    1: "enero",
    2: "febrero",
    3: "marzo",
    4: "abril",
    5: "mayo",
    6: "junio",
    7: "julio",
    8: "agosto",
    9: "septiembre setiembre",
    10: "octubre",
    11: "noviembre",
    12: "diciembre",
}


def date_words(day: date | None) -> str:
    """A date as readers may write it, in English and in Spanish."""
    if day is None:
        return ""
    month = str(MONTHS[day.month])
    spanish = SPANISH_MONTHS[day.month]
    return f"{day.day} {month} {day.year} {month[:3]} {spanish}"
