"""What a reader typed, as words that both databases can look for."""

import re

# More than anyone remembers of a headline, and few enough for any database.
MOST_WORDS = 20
MOST_LETTERS = 60

POSSESSIVE = re.compile(r"[’']s\b", re.IGNORECASE)


def read_words(typed: str) -> list[str]:
    """Return the words of a query without marks, operators and possessive endings.

    Words past the twentieth are left out, and letters of a word past the sixtieth.
    """
    words = re.findall(r"\w+", POSSESSIVE.sub("", typed).replace("_", " "))
    return [word[:MOST_LETTERS] for word in words[:MOST_WORDS]]
