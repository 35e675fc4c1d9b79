"""An article in the words of https://schema.org/NewsArticle, as search engines want it."""

from django.utils import timezone
from django.utils.text import Truncator
from wagtail.rich_text import get_text_for_indexing

LONGEST_HEADLINE = 110


def news_article(article, *, address, image, publisher):
    topics = [each["name"] for each in article.subjects if each["kind"] == "topics"]
    known = {
        "description": article.description,
        "articleSection": topics,
        "correction": [correction(each.value) for each in article.newest_corrections],
    }
    return {
        "@type": "NewsArticle",
        "headline": Truncator(article.title).chars(LONGEST_HEADLINE),
        "url": address,
        "mainEntityOfPage": {"@type": "WebPage", "@id": address},
        "image": [image],
        "datePublished": timezone.localtime(article.published_at).isoformat(),
        "dateModified": timezone.localtime(article.modified_at).isoformat(),
        "inLanguage": "en-GB",
        "author": author(article.byline, publisher),
        "publisher": publisher,
        "isPartOf": {"@type": "WebSite", "@id": f"{publisher['url']}#website"},
    } | {name: value for name, value in known.items() if value}


def author(byline, publisher):
    if byline and byline != publisher["name"]:
        return {"@type": "Person", "name": byline}
    return {part: publisher[part] for part in ("@type", "@id", "name", "url")}


def correction(value):
    day = {"datePublished": value["date"].isoformat()} if value["date"] else {}
    return {
        "@type": "CorrectionComment",
        "text": get_text_for_indexing(value["text"].source),
    } | day
