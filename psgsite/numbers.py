"""Numbers as readers are told them."""

# fmt: off
NUMBERS = [
    "No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten",
]
# fmt: on


def counted(number, noun):
    """How many of something, up to ten in words: "Three articles"; "1,201 articles"."""
    said = NUMBERS[number] if number < len(NUMBERS) else f"{number:,}"
    return f"{said} {noun}{'' if number == 1 else 's'}"
