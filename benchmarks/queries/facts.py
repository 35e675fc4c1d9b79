"""Queries for what happened, where and when, as words and as questions."""

import re

from benchmarks import vocabulary
from benchmarks.corpus import FIRST
from benchmarks.documents import has_all, has_any, words_in
from benchmarks.queries.library import is_about

SLOT = re.compile(r"\{(\w+)\}")


def topics(library, random):
    named = sorted({topic for each in library.articles for topic in each.topics})
    for topic in random.sample(named, 7):
        yield topic.lower(), on_topic(library, topic)


def on_topic(library, topic):
    """Documents on a topic or with its name as title; then those that mention it."""

    def grade(document):
        if topic in document.topics or has_any(document.folded_title, [topic]):
            return 3
        return 1 if has_any(document.folded_text, [topic]) else 0

    return library.graded(grade)


def topics_and_places(library, random):
    for n, article in enumerate(random.sample(library.placed, 10)):
        topic, region = random.choice(article.topics), article.event.region
        asked = f"{topic.lower()} in {region}" if n % 2 else f"{region} {topic.lower()}"
        yield asked, library.about(topic=topic, region=region)


# How people ask for a time, and what must be so of an answer.
DATED = [
    ("{topic} {region} {day:%Y}", ["topic", "region"], "%Y"),
    ("{topic} in {town} {day:%B %Y}", ["topic", "town"], "%Y-%m"),
    ("{topic} in {region} in {day:%Y}", ["topic", "region"], "%Y"),
    ("{region} {topic} {day:%b %Y}", ["topic", "region"], "%Y-%m"),
    ("{place} {day:%Y}", ["place"], "%Y"),
    ("{topic} {region} {day:%B %Y}", ["topic", "region"], "%Y-%m"),
    ("{town} {topic} {day:%Y}", ["topic", "town"], "%Y"),
    ("{topic} {day:%Y}", ["topic"], "%Y"),
    ("{region} {day:%B %Y}", ["region"], "%Y-%m"),
    ("{topic} {day.day} {day:%B %Y}", ["topic"], "%Y-%m-%d"),
]


def dates(library, random):
    for n, article in enumerate(random.sample(library.placed, 24)):
        text, names, when = DATED[n % len(DATED)]
        topic = random.choice(article.topics)
        details = article.event.details | {"topic": topic}
        slots = details | {"topic": topic.lower(), "day": article.day}
        wanted = {name: details[name] for name in names}
        yield text.format(**slots), dated(library, f"{article.day:{when}}", wanted)


def dated(library, when, wanted):
    """Articles of a time; what looks back on it from another time is only related."""

    def grade(document):
        if not is_about(document, **wanted):
            return 0
        if f"{document.day}".startswith(when):
            return 3
        looks_back = document.event and f"{document.event.day}".startswith(when)
        return 1 if looks_back and has_any(document.folded_top, [when[:4]]) else 0

    return library.graded(grade)


def events_and_dates(library, random):
    for article in random.sample(library.placed, 8):
        event, year = article.event, f"{article.day:%Y}"
        town = event.details["town"]
        relevant = named_event(library, event.act, town=town, when=year)
        yield f"{event.act} {town} {year}", relevant


def named_event(library, act, **wanted):
    """Articles on such an event; best those that call it so."""

    def grade(document):
        if not (document.event and document.event.act == act):
            return 0
        says_so = has_all(document.folded_text, words_in(act))
        return (3 if says_so else 2) if is_about(document, **wanted) else 0

    return library.graded(grade)


def questions(library, random):
    for article in random.sample(library.articles, 24):
        asked = content_of(article).get("questions", [])
        for question in random.sample(asked, min(1, len(asked))):
            text = question.format(**article.event.details)
            yield text, answers(library, article, question)


def content_of(article):
    if article.stage == FIRST:
        return article.event.happening
    return vocabulary.read("afterwards")["afterwards"][article.stage]


def answers(library, article, question):
    """Articles of the same stage on the same happening that name all that was asked.

    A report, which says how it could happen, is a good answer to a question on that.
    """
    event, slots = article.event, set(SLOT.findall(question)) - {"act"}
    asked = {name: event.details[name] for name in slots}
    grades = {article.stage: 3} | ({"report": 2} if article.stage == FIRST else {})

    def grade(document):
        same_act = document.event and document.event.act == event.act
        if same_act and names_all(document, asked):
            return grades.get(document.stage, 0)
        return 0

    return library.graded(grade)


def names_all(document, asked):
    words = [value for name, value in asked.items() if name != "year"]
    same = all(document.event.details.get(name) == asked[name] for name in asked)
    return same and has_all(document.folded_text, words)


def plain_questions(library, random):
    for article in random.sample(library.placed, 4):
        details, year = article.event.details, f"{article.day:%Y}"
        place, town = details["place"], details["town"]
        person, mine = details["person"], details["mine"]
        in_place = library.about(place=place, when=year)
        yield f"what happened in {place} in {year}?", in_place
        yield f"What happened in {town} in {year}?", library.about(town=town, when=year)
        yield f"who is {person}?", library.on(person)
        yield f"where is the {mine} mine", library.on(mine)
    law = random.choice([each.event.details["law"] for each in library.articles])
    yield f"what does {law} say?", library.on(law.split()[-1])


KINDS = {
    "topics": topics,
    "topic and place": topics_and_places,
    "topic, place and date": dates,
    "event, place and date": events_and_dates,
    "questions": questions,
    "plain questions": plain_questions,
}
