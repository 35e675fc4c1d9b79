"""Writes titles, summaries and bodies about an event."""

from itertools import islice

from benchmarks import vocabulary
from benchmarks.documents import without_accents

STRAIGHT = str.maketrans("‘’“”", "''\"\"")


class Writer:
    def __init__(self, world):
        self.world = world
        self.random = world.random
        self.titles = set()

    def finish(self, event):
        """Return what is done to all texts of one article, as its source left them.

        Archives aren't even: some came without accents, some with straight quotes.
        """
        chance = self.random.random
        straight, bare, cuzco = chance() < 0.2, chance() < 0.06, chance() < 0.25

        def finished(text):
            text = text.translate(STRAIGHT) if straight else text
            text = text.replace("Cusco", "Cuzco") if cuzco else text
            return without_accents(text) if bare else text

        return finished

    def title(self, event, content):
        """One that no other article has, if there is such a one."""
        titles = self.random.sample(content["titles"], len(content["titles"]))
        filled = [sentence(title, event.details) for title in titles]
        title = next((each for each in filled if each not in self.titles), filled[0])
        self.titles.add(title)
        return title

    def summary(self, event, content):
        return sentence(self.random.choice(content["summaries"]), event.details)

    def caption(self, event):
        speech = vocabulary.read("speech")
        where = speech["where"] if "place" in event.details else ["in Lima"]
        choose = self.random.choice
        caption = f"{choose(speech['who'])} {choose(speech['doing'])} {choose(where)}"
        return sentence(caption, event.details)

    def body(self, event, content, *, opening):
        """The paragraphs. An ``opening`` says where it happened."""
        facts = [sentence(text, event.details) for text in content["sentences"]]
        self.random.shuffle(facts)
        first = [self.opening(event)] if opening and "town" in event.details else []
        background = self.background(event)
        return [
            " ".join([*first, *facts[:2]]),
            f"{self.quotation(event)} {' '.join(facts[2:])}".strip(),
            f"{self.aside(event)} {background[0]}",
            f"{background[1]} {self.quotation(event)}",
            *background[2:],
        ]

    def opening(self, event):
        openings = [
            "{place} lies in the province of {town}, {region}.",
            "From {town}, in {region}, it takes {few} hours to {place}.",
            "{town}, {region} – We spoke to people of {place}.",
        ]
        return sentence(self.random.choice(openings), event.details)

    def quotation(self, event):
        speech, random = vocabulary.read("speech"), self.random
        one, two = random.sample(speech["claims"], 2)
        said = sentence(f"{one} {random.choice(speech['links'])} {two}", {})
        name, role = random.choice([("person", "work"), ("other", "role")])
        return f"“{said}”, says {event.details[name]}, {event.details[role]}."

    def aside(self, event):
        """A sentence on something rare, of any kind."""
        asides = vocabulary.read("asides")
        kinds = [entry["text"] for kind in asides.values() for entry in kind]
        aliases = [
            entry["text"].replace("{name}", self.random.choice(entry["names"]))
            for entry in vocabulary.read("aliases")["alias"]
        ]
        text = self.random.choice([*kinds, *aliases])
        return sentence(text, {"place": "the next village"} | event.details)

    def background(self, event):
        """Three to six paragraphs that no article of its own is about."""
        sizes = [self.random.randint(2, 4) for _ in range(self.random.randint(3, 6))]
        sentences = vocabulary.read("background")["sentences"]
        chosen = iter(self.random.sample(sentences, sum(sizes)))
        details = event.details | self.world.elsewhere(event)
        return [
            " ".join(sentence(text, details) for text in islice(chosen, size))
            for size in sizes
        ]


def sentence(text, details):
    filled = text.format(**details)
    return filled[0].upper() + filled[1:]
