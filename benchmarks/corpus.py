"""Writes a corpus: news of invented events, the same for the same seed."""

import json
from datetime import timedelta
from html import escape
from random import Random

from anyascii import anyascii
from django.utils.text import slugify

from benchmarks import vocabulary
from benchmarks.documents import Document
from benchmarks.events import NATIONAL, World
from benchmarks.prose import Writer

FIRST = "first"


def generate(count, seed):
    """Return ``count`` articles as documents."""
    writer = Writer(World(Random(seed)))
    articles, slugs = [], set()
    while len(articles) < count:
        for article in tell(writer):
            article.url = f"/news/{free_slug(article.title, slugs)}/"
            articles.append(article)
    return articles[:count]


def free_slug(title, taken):
    words = slug = slugify(anyascii(title))
    number = 1
    while slug in taken:
        number += 1
        slug = f"{words}-{number}"
    taken.add(slug)
    return slug


def tell(writer):
    """Yield the articles of an event: the first report and what came of it."""
    random, event = writer.random, writer.world.event()
    yield article(writer, event, FIRST, event.happening, event.day)
    stages = event.happening.get("later", [])
    for stage in random.sample(stages, random.randint(0, min(2, len(stages)))):
        content = vocabulary.read("afterwards")["afterwards"][stage]
        day = event.day + timedelta(days=random.randint(*content["days"]))
        yield article(writer, event, stage, content, day)


def article(writer, event, stage, content, day):
    random, finish = writer.random, writer.finish(event)
    tagged = random.random() < 0.92 or event.region == NATIONAL
    body = writer.body(event, content, opening=not tagged or random.random() < 0.6)
    authors = vocabulary.read("people")["authors"]
    return Document(
        url="",
        title=finish(writer.title(event, content)),
        summary=finish(writer.summary(event, content)),
        parts=[finish(part) for part in body],
        topics=event.happening["topics"],
        regions=[event.region] if tagged else [],
        day=day,
        byline=random.choice(authors) if random.random() < 0.4 else "",
        caption=finish(writer.caption(event)) if random.random() < 0.4 else "",
        event=event,
        stage=stage,
    )


def import_line(article):
    """An article as a line of the file that ``manage.py import_articles`` reads."""
    return json.dumps(
        {
            "title": article.title,
            "slug": article.url.split("/")[-2],
            "date": f"{article.day:%Y-%m-%d}",
            "summary": article.summary,
            "body": html_of(article),
            "topics": article.topics,
            "regions": article.regions,
            "byline": article.byline,
        },
        ensure_ascii=False,
    )


def html_of(article):
    paragraphs = [f"<p>{escape(part)}</p>" for part in article.parts]
    if article.caption:
        picture = f'<p><img src="1.jpg" alt="{escape(article.caption)}"></p>'
        paragraphs.insert(1, picture)
    return "".join(paragraphs)
