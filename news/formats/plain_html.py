"""An article's text as HTML for machines: feeds carry it, and Markdown is made from it."""

import re
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Comment
from django.template.loader import render_to_string

# What stays of the elements, and what they may have; of others stays only what is in them.
KEPT = re.compile(
    "p|br|hr|h[2-4]|b|strong|i|em|q|cite|sub|sup|s|abbr|span|time|a|img|ul|ol|li|aside|"
    "blockquote|figure|figcaption|table|caption|thead|tbody|tr|th|td"
)
ATTRIBUTES = {
    "a": ["href"],
    "img": ["src", "alt", "width", "height"],
    "ol": ["start"],
    "time": ["datetime"],
    "th": ["scope"],
}

# What is for eyes and fingers only goes, with all that is in it.
DROPPED = (
    "script, style, template, noscript, iframe, object, embed, svg, math, form, button, "
    "select, textarea, audio, video, .anchor, .video img, .video__service"
)
# What styles set apart is set apart by brackets.
IN_BRACKETS = ".credit, .attachment__kind"

SCHEMES = {"http", "https", "mailto", "tel"}

# A picture is as wide as this or less, in pixels.
WIDTH = 800

# XML has no way to write these, and a feed with one can't be read at all.
CONTROL_CHARACTERS = dict.fromkeys({*range(32)} - {9, 10, 13} | {0xFFFE, 0xFFFF})

# Templates leave many.
LINE_BREAKS = re.compile(r"[ \t]*[\r\n][ \t\r\n]*")


def plain_html(article):
    """The image, body and corrections of an article that has an address.

    There is nothing in it that runs, loads or looks: no scripts, frames, forms, classes.
    Addresses are absolute, on the article's own site. Nothing in it breaks XML.
    """
    # Blocks look for ``page``, as on the page itself.
    text = render_to_string(
        "news/plain_article.html", {"article": article, "page": article}
    )
    soup = BeautifulSoup(text, "html5lib")
    drop(soup)
    rewrite(soup)
    for tag in soup.find_all(name=True):
        tidy(tag, article.full_url)
    html = soup.decode_contents().translate(CONTROL_CHARACTERS)
    return LINE_BREAKS.sub("\n", html).strip()


def drop(soup):
    for tag in soup.select(DROPPED):
        tag.decompose()
    for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()


def rewrite(soup):
    """Say in words and elements what the site's styles say by classes."""
    for tag in soup.select(IN_BRACKETS):
        tag.insert(0, "(")
        tag.append(")")
    for tag in soup.select(".facts__title"):
        tag.name = "strong"
    for tag in soup.select(".video"):
        tag.name = "p"
    for tag in soup.select("picture img"):
        choose_size(tag)


def choose_size(image):
    """Of the sizes that browsers would choose from, take the widest within WIDTH."""
    candidates = [candidate.split() for candidate in image["srcset"].split(",")]
    widths = {int(width.rstrip("w")): address for address, width in candidates}
    width = max((width for width in widths if width <= WIDTH), default=min(widths))
    if not width:  # the file is lost
        image["src"] = ""
        return
    height = round(int(image["height"]) * width / int(image["width"]))
    image["src"], image["width"], image["height"] = widths[width], width, height


def tidy(tag, base):
    """Take the tag away, not what is in it, or leave it with what it may have."""
    names = ["lang", *ATTRIBUTES.get(tag.name, [])]
    kept = {name: tag[name] for name in names if tag.has_attr(name)}
    for name in {"href", "src"} & set(kept):
        kept[name] = absolute(kept[name], base)
    tag.attrs = kept
    if not KEPT.fullmatch(tag.name) or is_idle(tag):
        tag.unwrap()
    elif tag.name == "aside":
        tag.name = "div"


def is_idle(tag):
    """Whether the tag says nothing, such as a link whose page isn't published."""
    needed = {"a": "href", "img": "src", "span": "lang"}.get(tag.name)
    return bool(needed) and not tag.get(needed)


def absolute(address, base):
    """The whole of an address on a page at ``base``; "" if it isn't for following."""
    try:
        whole = urljoin(base, address.strip()) if address.strip() else ""
        return whole if urlsplit(whole).scheme in SCHEMES else ""
    except ValueError:  # such as http://[
        return ""
