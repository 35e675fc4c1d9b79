"""What a new site starts with: pages and articles in words of our own.

Plain data for ``setup_site``. A body is in the raw form of a StreamField: a list of
{"type", "value"}. The other lists hold bare values: blocks in ``AIMS["aims"]``,
``HISTORY["timeline"]`` and ``JOIN["ways_of_joining"]``, strings in ``JOIN["reasons"]``,
names in the topics and regions of an article and the topics of ``HUMAN_RIGHTS``.
``HOME`` and ``NEWS`` have no body, as their pages have none.
"""

from home.sample_content.articles import ARTICLES, TOPICS
from home.sample_content.history import HISTORY
from home.sample_content.joining import PRIVACY, QUESTIONS
from home.sample_content.pages import (
    ABOUT,
    AIMS,
    HOME,
    HUMAN_RIGHTS,
    JOIN,
    NEWS,
    ORGANISATION,
)

__all__ = [
    "ABOUT",
    "AIMS",
    "ARTICLES",
    "HISTORY",
    "HOME",
    "HUMAN_RIGHTS",
    "JOIN",
    "NEWS",
    "ORGANISATION",
    "PRIVACY",
    "QUESTIONS",
    "TOPICS",
]
