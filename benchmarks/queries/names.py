"""Queries for people, places, laws and offices, under any of their names."""

from benchmarks import vocabulary
from benchmarks.documents import has_any, without_accents
from benchmarks.queries.library import is_about


def people(library, random):
    ways = [
        lambda first, father, mother: f"{first} {father} {mother}",
        lambda first, father, mother: f"{first} {father}",
        lambda first, father, mother: f"{father} {mother}",
    ]
    for n, article in enumerate(random.sample(library.placed, 12)):
        name = ways[n % 3](*article.event.details["person"].split())
        yield name, library.on(name)


def presidents(library, random):
    for president in vocabulary.read("people")["presidents"]:
        # A surname that others have too would find them as well, and rightly.
        asked = (
            "Alan García" if president["surname"] == "García" else president["surname"]
        )
        yield asked, library.on(asked)
    yield "Alberto Fujimori", library.on("Alberto Fujimori")
    yield "Belaunde", library.on("Belaúnde")


def places(library, random):
    for n, article in enumerate(random.sample(library.placed, 12)):
        details = article.event.details
        kind = ["town", "place", "river", "mine"][n % 4]
        name = details[kind]
        asked = {"river": f"river {name}", "mine": f"{name} mine"}.get(kind, name)
        yield asked, library.on(name)


def without_their_accents(library, random):
    for name in accented_names(library, random, 8):
        yield without_accents(name), library.on(name)


def with_their_accents(library, random):
    """Names as they are written, for texts that came without accents too."""
    for name in accented_names(library, random, 6):
        yield name, library.on(name)
    # An accent too many.
    yield "Ayacúcho", library.on("Ayacucho")
    yield "Cajamárca", library.on("Cajamarca")


def accented_names(library, random, count):
    kinds = ["person", "place", "town", "region"]
    for n in range(count):
        details = [each.event.details for each in library.placed]
        names = sorted({each[kinds[n % 4]] for each in details})
        yield random.choice([name for name in names if without_accents(name) != name])


def bylines(library, random):
    authors = sorted({each.byline for each in library.articles if each.byline})
    for n, author in enumerate(random.sample(authors, min(6, len(authors)))):
        asked = without_accents(author).lower() if n % 2 else author
        yield asked, library.with_any([author])


def aliases(library, random):
    for alias in vocabulary.read("aliases")["alias"]:
        for asked in alias["asked"]:
            yield asked, library.with_any(alias["names"])
    yield "Cuzco", library.on("Cusco", "Cuzco")
    yield "Cusco", library.on("Cusco", "Cuzco")


def laws(library, random):
    named = sorted({each.event.details["law"] for each in library.articles})
    ways = [
        lambda kind, number: number,
        lambda kind, number: f"{kind} {number}".lower(),
        lambda kind, number: f"{kind} No. {number}",
        lambda kind, number: f"{kind} N° {number}",
    ]
    for n, law in enumerate(random.sample(named, 7)):
        kind, number = law.rsplit(" ", 1)
        yield ways[n % len(ways)](kind, number), library.on(number)


def spanish(library, random):
    for asked, meant in vocabulary.read("spanish")["word"].items():
        yield asked, library.graded(lambda each, meant=meant: grade_of(each, meant))


def grade_of(document, meant):
    """How well a document answers a Spanish word: a mention in English is related."""
    spanish, english = meant.get("spanish", []), meant.get("english", [])
    if "region" in meant and not is_about(document, region=meant["region"]):
        return 0
    if (
        set(document.topics) & set(meant.get("topics", []))
        or has_any(document.folded_text, spanish)
        or has_any(document.folded_top, english)
    ):
        return 3
    return 1 if has_any(document.folded_text, english) else 0


KINDS = {
    "people": people,
    "presidents": presidents,
    "places": places,
    "accents left out": without_their_accents,
    "accents": with_their_accents,
    "bylines": bylines,
    "other names": aliases,
    "laws": laws,
    "Spanish": spanish,
}
