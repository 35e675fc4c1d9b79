"""Text and addresses as Markdown that says just that, and is no markup."""

import re

from django.utils.encoding import iri_to_uri

# What Markdown takes for markup: anywhere, before a link, and where a line begins.
MARKUP = re.compile(r"[\\`*_\[\]<~]|&(?=#?\w+;)|!$")
LINE_BEGINNING = re.compile(
    r"^(\s*\d{0,9})((?<=\d)[.)](?=\s|$)|(?<!\d)[#>+=-])", re.MULTILINE
)

# An address may have these; Markdown's brackets around it may not.
BRACKETS = {ord(each): f"%{ord(each):02X}" for each in "()"}


def escape_text(text, *, in_table=False):
    text = MARKUP.sub(r"\\\g<0>", text)
    if in_table:
        return text.replace("|", r"\|")
    return LINE_BEGINNING.sub(r"\1\\\2", text)


def escape_address(address):
    return iri_to_uri(address).translate(BRACKETS)
