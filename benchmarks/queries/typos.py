"""Queries with a slip of the finger: one letter left out, doubled, wrong or out of turn."""

from string import ascii_lowercase

from benchmarks import vocabulary
from benchmarks.documents import words_in
from benchmarks.queries.words import content_words

SHORTEST = 5
TRIES = 40


def edits(word):
    """All that one slip can make of a word."""
    splits = [(word[:n], word[n:]) for n in range(len(word) + 1)]
    wrong = [
        (left, right, letter) for left, right in splits for letter in ascii_lowercase
    ]
    return {
        *(left + right[1:] for left, right in splits),
        *(left + right[1::-1] + right[2:] for left, right in splits),
        *(left + letter + right[1:] for left, right, letter in wrong),
        *(left + letter + right for left, right, letter in wrong),
    }


def slip(word, random):
    # The first letter is seldom the wrong one.
    place = random.randrange(0 if random.random() < 0.2 else 1, len(word) - 1)
    left, letter, right = word[:place], word[place], word[place + 1 :]
    wrong = random.choice(ascii_lowercase)
    slips = [right, letter * 2 + right, wrong + right, right[0] + letter + right[1:]]
    return left + random.choice(slips)


def misspell(word, library, random):
    """Return the word with a slip that can't be meant as another word of the corpus."""
    for _ in range(TRIES):
        wrong = slip(word, random)
        near = edits(wrong) & library.words.keys()
        if wrong not in library.words and all(is_form_of(each, word) for each in near):
            return wrong
    return word


def is_form_of(other, word):
    shared = max(SHORTEST, len(word) - 1) - 1
    return other[:shared] == word[:shared]


def with_slips(text, library, random, *, slips=1):
    """The text with slips in its longest words; None if it has none that is long enough."""
    words = words_in(text)
    longest = sorted(words, key=len)[-slips:]
    if len(longest[0]) < SHORTEST:
        return None
    typed = [
        misspell(word, library, random) if word in longest else word for word in words
    ]
    changed = sum(new != old for new, old in zip(typed, words, strict=True))
    return " ".join(typed) if changed == slips else None


def misspelt(pairs, library, random, *, slips=1):
    for text, relevant in pairs:
        typed = with_slips(text, library, random, slips=slips)
        if typed:
            yield typed, relevant


def names(library, random):
    details = [each.event.details for each in random.sample(library.placed, 9)]
    people = [" ".join(each["person"].split()[:2]) for each in details]
    pairs = [(name, library.on(name)) for name in people]
    return misspelt(pairs, library, random)


def places(library, random):
    details = [each.event.details for each in random.sample(library.placed, 10)]
    kinds = ["place", "town", "region"]
    found = [each[kinds[n % 3]] for n, each in enumerate(details)]
    return misspelt([(name, library.on(name)) for name in found], library, random)


def words(library, random):
    entries = random.sample(vocabulary.read("asides")["inflections"], 6)
    rare = [
        (form, library.with_any(entry["words"]))
        for entry in entries
        for form in entry["words"]
        if form in library.words
    ]
    return misspelt(
        [*rare, *topics_in_places(library, random, 6)], library, random, slips=1
    )


def two_words(library, random):
    pairs = topics_in_places(library, random, 6)
    for article in random.sample(library.articles, 8):
        longest = sorted(content_words(article.title), key=len)[-2:]
        pairs.append((" ".join(longest), library.titled(longest)))
    return misspelt(pairs, library, random, slips=2)


def topics_in_places(library, random, count):
    pairs = []
    for article in random.sample(library.placed, count):
        topic, region = random.choice(article.topics), article.event.region
        relevant = library.about(topic=topic, region=region)
        pairs.append((f"{topic} {region}", relevant))
    return pairs


KINDS = {
    "typos in names": names,
    "typos in places": places,
    "typos in words": words,
    "typos in two words": two_words,
}
