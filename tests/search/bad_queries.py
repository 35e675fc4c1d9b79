"""What people and machines may type or put into an address, for property tests."""

from urllib.parse import quote, quote_from_bytes

from hypothesis import strategies as st

KNOWN = ["water", "Áncash", "mining", "Fujimori's", "right-wing", "2014", "election"]
# fmt: off
MISTYPED = ["watr", "Fujimroi", "minning", "rightwing", "elec", "guanaco", "qxfkindpage"]
STOP = ["the", "of", "and", "que", "de", "about", "who", "news", "?"]
OPERATORS = [*'"*:()^-+&|!%_\\\'’“”«»{}[].,;', "AND", "OR NOT", "NEAR(", "title:", "<->"]
STRANGE = ["\0", "\x1b[0m", "\u202eabc", "پونو אבג", "秘鲁", "👩‍⚖️", "e\u0301" * 50, "\ud800"]
# fmt: on
HOSTILE = [
    "' OR 1=1 --",
    "'; DROP TABLE search_entry; --",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</title><svg onload=alert(1)>",
    "{{ 7 * 7 }}{% now 'Y' %}",
    "%00%ff../../etc/passwd",
    "javascript:alert(1)",
]
LONG = ["p" * 10_000, "puno " * 2000, "ñ" * 3000, '"' * 500, "-" * 500, "a." * 900]

pieces = st.sampled_from(KNOWN * 3 + MISTYPED + STOP + OPERATORS + HOSTILE + STRANGE)
mixtures = st.builds(str.join, st.sampled_from([" ", "", "-", "\n"]), st.lists(pieces))
# Halves of characters too, which no browser sends and some programs do.
any_text = st.text(st.characters(categories=None), max_size=400)
typed = st.one_of(mixtures, any_text, st.sampled_from(LONG))

USUAL = {
    "kind": ["article", "page"],
    "year": ["2014", "1999"],
    "topic": ["mining"],
    "region": ["puno"],
    "since": ["2014-12-08", "8/12/2014", "31/02/2015", "0001-01-01"],
    "until": ["2014-12-08", "9999-12-31"],
    "sort": ["date"],
    "page": ["1", "2", "0"],
}
parameters = st.fixed_dictionaries(
    {},
    optional={
        name: st.one_of(st.sampled_from(usual), typed, st.binary(max_size=20))
        for name, usual in USUAL.items()
    },
)


def encoded(value):
    """Text or bytes as a part of an address."""
    if isinstance(value, bytes):
        return quote_from_bytes(value)
    return quote(value, errors="surrogatepass")
