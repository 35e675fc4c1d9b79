"""Queries made of the words of texts: titles, phrases, captions, other forms of words."""

import re

from benchmarks import vocabulary
from benchmarks.documents import folded, has_all, has_any, words_in

SHORTEST = 4
SMALL_WORDS = set(
    words_in(
        "after again another been each first from half have nobody over says since some "
        "that their then there they this wait wants were what where will with years"
    )
)
OWNER = re.compile(r"\w+’s")
QUOTED = re.compile(r"[“\"]([^”\"]+)[”\"]")


def content_words(text):
    words = [word for word in words_in(text) if len(word) >= SHORTEST]
    return list(dict.fromkeys(word for word in words if word not in SMALL_WORDS))


def words_of_titles(library, random):
    for article in random.sample(library.articles, 14):
        words = content_words(article.title)
        if len(words) > 1:
            chosen = random.sample(words, min(len(words), random.randint(2, 4)))
            yield " ".join(chosen), library.titled(chosen)


def halves_of_titles(library, random):
    for article in random.sample(library.articles, 12):
        words = article.title.split()
        half = " ".join(words[: max(4, (len(words) + 1) // 2)])
        if len(content_words(half)) > 1:
            yield half, in_title(library, half)


def in_title(library, phrase):
    return library.which(lambda each: has_any(each.folded_title, [phrase]))


def possessives(library, random):
    titles = {owner: each.title for each in library.articles for owner in owners(each)}
    for n, owner in enumerate(random.sample(sorted(titles), min(5, len(titles)))):
        words = content_words(titles[owner].replace(owner, ""))[-2:]
        typed = owner.replace("’", "'") if n % 2 else owner
        yield " ".join([typed, *words]), library.titled([*words_in(owner), *words])
    for article in random.sample(library.placed, 3):
        person, region = article.event.details["person"], article.event.region
        topic = article.topics[0]
        yield f"{person}'s", library.with_any([person])
        relevant = library.about(region=region, topic=topic)
        yield f"{region}’s {topic.lower()}", relevant


def owners(document):
    return OWNER.findall(document.title)


def phrases_of_titles(library, random):
    for n, article in enumerate(random.sample(library.articles, 8)):
        words = article.title.split()
        start = random.randrange(max(1, len(words) - 4))
        phrase = " ".join(words[start : start + 4]).strip("?,:;’")
        yield quoted(phrase, curly=n % 2), library.with_any([phrase])


def phrases_of_bodies(library, random):
    """Six words of what someone says, such as few texts have in this order."""
    for n, article in enumerate(random.sample(library.articles, 9)):
        words = QUOTED.search(article.parts[3])[1].split()
        start = random.randrange(max(1, len(words) - 6))
        phrase = " ".join(words[start : start + 6])
        yield quoted(phrase, curly=n % 2), library.with_any([phrase])


def quoted(phrase, *, curly):
    return f"“{phrase}”" if curly else f'"{phrase}"'


def exclusions(library, random):
    for article in random.sample(library.placed, 9):
        topic, region = article.topics[0], article.event.region
        # Of several words only one would be excluded; Cusco has two spellings.
        if " " not in region and region != "Cusco":
            yield f"{topic.lower()} -{region}", without(library, region, topic=topic)
        place = article.event.details["place"]
        word = content_words(article.event.act)[-1]
        relevant = without(library, word, place=place)
        # Whether "-strike" leaves out "strikes" too, nobody agrees on.
        if relevant == without(library, word, place=place, or_longer=True):
            yield f"{place} -{word}", relevant


def without(library, word, *, topic=None, place=None, or_longer=False):
    """Documents on a topic, or with its or a place's name at the top, without a word.

    With ``or_longer`` they don't have one that begins like it either.
    """
    left_out = folded(word).rstrip() if or_longer else folded(word)

    def is_meant(document):
        on_it = topic in document.topics or has_any(
            document.folded_top, [topic or place]
        )
        return on_it and left_out not in document.folded_text

    return library.which(is_meant)


def captions(library, random):
    pictured = [each for each in library.placed if each.caption]
    for article in random.sample(pictured, min(7, len(pictured))):
        words = content_words(article.caption)
        chosen = [words[0], *words[-3:]]
        yield " ".join(chosen), with_all(library, chosen)


def with_all(library, words):
    return library.which(lambda each: has_all(each.folded_text, words))


def asides(kind, most):
    """Queries for a kind of rare thing that texts have in other words or letters."""

    def make(library, random):
        entries = vocabulary.read("asides")[kind]
        pairs = [(asked, entry) for entry in entries for asked in entry["asked"]]
        for asked, entry in random.sample(pairs, min(most, len(pairs))):
            yield asked, library.with_any(entry["words"])

    return make


KINDS = {
    "words of titles": words_of_titles,
    "halves of titles": halves_of_titles,
    "possessives": possessives,
    "phrases of titles": phrases_of_titles,
    "phrases of bodies": phrases_of_bodies,
    "exclusions": exclusions,
    "captions": captions,
    "forms of words": asides("inflections", 12),
    "hyphens": asides("hyphens", 8),
    "British and American": asides("spellings", 9),
}
