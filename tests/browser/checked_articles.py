"""Articles with one fault each, and one without, for the test of the content checks."""

from django.core.files.base import ContentFile

from home.models import HomePage
from news.models import ArticlePage, NewsIndexPage
from psgsite.models import Image
from tests.factories import picture

GOOD = (
    "<p>Judges in <b>Áncash</b> and San Martín met on Monday. See "
    '<a href="https://example.org/">their calendar of hearings</a>.</p>'
)
LONG = "<p>The judges said " + "and then they said " * 9 + "it.</p>"


def heading(level, text="The verdict"):
    return {
        "type": "heading",
        "value": {"text": text, "level": level, "anchor": "verdict"},
    }


def text(html):
    return {"type": "paragraph", "value": html}


def image_block(image, **fields):
    value = {"image": image.pk, "alt_text": "A court", "decorative": False}
    return {"type": "image", "value": {"image": value | fields, "caption": ""}}


def fill():
    """Add the articles; the title of each is the name of its fault."""
    large, small = image(1200), image(320)
    quote = {"text": LONG[3:-4], "attribution": "A judge", "language": ""}
    quoted = [heading("2"), text(GOOD), {"type": "quote", "value": quote}]
    decorative = image_block(large, alt_text="", decorative=True)
    bodies = {
        "faultless": [*quoted, image_block(large), decorative],
        "heading-order": [heading("3"), text(GOOD)],
        "link-name": [text('<p>See <a href="https://example.org/"> </a>.</p>')],
        "vague-link": [text('<p>Click <a href="https://example.org/">Here!</a></p>')],
        "vague-link-es": [text('<p>Vea <a href="https://example.org/">aquí</a></p>')],
        "dead-link": [text('<p>See <a linktype="page" id="999">the news</a>.</p>')],
        "undescribed-picture": [image_block(large, alt_text="")],
        "small-picture": [image_block(small)],
        "long-sentence": [text(LONG)],
        "region-accent": [text("<p>Votes in Ancash, and a strike.</p>")],
    }
    for name, body in bodies.items():
        article(name, body)
    article("main-picture", [text(GOOD)], image=large)


def image(width):
    content = ContentFile(picture(width, width // 2), name=f"{width}.jpg")
    return Image.objects.create(title="Court", description="", file=content)


def article(name, body, **fields):
    news = NewsIndexPage.objects.get()
    summary = "Judges meet in Lima."
    made = ArticlePage(title=name, slug=name, summary=summary, body=body, **fields)
    news.add_child(instance=made).save_revision().publish()
    assert HomePage.objects.exists()
