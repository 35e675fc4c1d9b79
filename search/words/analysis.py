"""Words as the index has them: one term for all the forms and spellings of a word.

What is indexed and what is typed both go through here, so that both databases, which only
compare terms, find the same.
"""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii
from snowballstemmer import stemmer

LONGEST_WORD = 60  # letters

# Initials such as U.N., numbers such as 1,200, prefixes that are often written without a
# hyphen, and words with apostrophes in them.
WORD = re.compile(
    r"(?<!\w)(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?"
    r"|(?<!\w)\d{1,3}(?:[.,]\d{3})+(?!\d)"
    r"|(?<!\w)(?:[Cc]o|[Rr]e|[Pp]re)[-\u2010\u2011][^\W\d_]+"
    r"|[^\W_]+(?:['’\u02bc\u02b9`\u00b4][^\W_]+)*"
)
# Soft hyphens, and marks that only say where a line may break or which way it runs.
UNSEEN = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
APOSTROPHES = re.compile("['’\u02bc\u02b9`\u00b4]")
POSSESSIVE = re.compile("['’\u02bc\u02b9`\u00b4]s$", re.IGNORECASE)

# To one spelling, before the stem is taken.
SPELLINGS = [
    (re.compile(pattern), spelling)
    for pattern, spelling in [
        (r"^(\d+)(st|nd|rd|th)$", r"\1"),  # the stemmer leaves digits alone
        (r"is(e|es|ed|er|ers|ing|ation|ations|ational)$", r"iz\1"),
        (r"ys(e|es|ed|er|ing)$", r"yz\1"),
        (r"(?<=\w\w)our(s|ed|ing|er|ers|able|ful|hood|ite)?$", r"or\1"),
        (r"(?<=[a-z]{3})tre(s?)$", r"ter\1"),
        (r"(def|off|lic|pret)ence(s?)$", r"\1ense\2"),
        (r"ogue(s?)$", r"og\1"),
        (r"(dg|ag)e(ments?|ing)$", r"\1\2"),
        (r"^programme(s?)$", r"program\1"),
        (r"^(s?m)oul(d|t|der)", r"\1ol\2"),
        (r"plough", "plow"),
        (r"sulph", "sulf"),
        (r"^tyre", "tire"),
        (r"jewell", "jewel"),
        (r"jewelery", "jewelry"),
        (r"^grey", "gray"),
        (r"^sceptic", "skeptic"),
        (r"manoeuv", "maneuv"),
        (r"aluminium", "aluminum"),
        (r"^(orthop|p|an|h|arch|encyclop)ae", r"\1e"),
        (r"^(f)?oe(t|st)", r"\1e\2"),
        (r"(?<=\w\w\w)ll(ed|ing|er|ers|ment|ments|ous)$", r"l\1"),
        (r"(?<=\w\w\w\w)ll$", "l"),
    ]
]
IRREGULAR = {
    "children": "child",
    "feet": "foot",
    "halves": "half",
    "housewives": "housewife",
    "knives": "knife",
    "lives": "life",
    "men": "man",
    "midwives": "midwife",
    "ngos": "ngo",
    "teeth": "tooth",
    "thieves": "thief",
    "wives": "wife",
    "women": "woman",
}
SHORTEST_INFLECTED = 6  # letters of a stem whose Spanish ending may go

stem_english = stemmer("english").stemWord


def clean(text: str) -> str:
    """Text as one spells it: composed, without control characters or unseen marks."""
    text = unicodedata.normalize("NFC", text)
    return CONTROLS.sub(" ", UNSEEN.sub("", text))


def words(text: str) -> list[re.Match[str]]:
    """The words of a text that was cleaned, with their places in it."""
    return list(WORD.finditer(text))


def terms(text: str) -> list[str]:
    """The terms of a text that was cleaned, in its order."""
    return terms_of(WORD.findall(text))


def terms_of(found: list[str]) -> list[str]:
    """The terms of words."""
    return [each for word in found if (each := term(word))]


@lru_cache(maxsize=100_000)
def term(word: str) -> str:
    """What stands for this word in the index: a stem of a-z and 0-9, maybe empty."""
    return stem(fold(word))


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """The word without case, accents, apostrophes and possessive ending; a-z and 0-9.

    None begins with "qx", as what isn't a word of a text does in the index.
    """
    word = APOSTROPHES.sub("", POSSESSIVE.sub("", word[:LONGEST_WORD]))
    word = unicodedata.normalize("NFKD", word)
    if not word.isascii():
        word = "".join(c for c in word if not unicodedata.combining(c))
        word = anyascii(word)
    word = re.sub("[^a-z0-9]", "", word.lower())
    return re.sub("^(qx)+", "", word)[:LONGEST_WORD]


def stem(folded: str) -> str:
    """The stem of a folded word, English or Spanish, British or American."""
    if len(folded) < 3 or folded.isdigit():
        return folded
    for pattern, spelling in SPELLINGS:
        folded = pattern.sub(spelling, folded)
    stemmed = stem_english(IRREGULAR.get(folded, folded))
    if len(stemmed) >= SHORTEST_INFLECTED and stemmed[-1] in "ao":
        return stemmed[:-1]
    return stemmed


# Words that only say what kind of place a name is, and what the whole site is about.
LIGHT_WORDS = frozenset(
    terms(
        "city department district lake province region river town village "
        "ciudad departamento distrito lago provincia región río Peru Perú Peruvian peruano"
    )
)

# Words that say nothing of what is looked for.
STOP_WORDS = frozenset(
    terms(
        """
    a about above after again against all also am among an and any are as at be because been
    before being below between both but by can cannot can’t could did didn’t do does doesn’t
    doing don’t down during each few for from further get give had has have having he her here
    hers him his how i if in into is isn’t it its just like may me might more most must my no
    nor not now of off on once only or other our out over own please same shall she should show
    so some such tell than that the their them then there these they this those through to too
    under until up us very was we were what what’s when where which while who who’s whom whose
    why will with would you your
    happen happened happening latest recent news find information
    n no num
    de del el la las los un una unos unas y o en con por para que se su sus al lo es son fue
    como mas sobre entre
    """
    )
)
