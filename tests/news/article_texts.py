"""Bodies for articles whose whole text is read by machines."""

from datetime import date

from tests import factories


def block(kind, value):
    return {"type": kind, "value": value}


def paragraph(html):
    return block("paragraph", html)


def correction(text="It was <b>Puno</b>.", day=date(2014, 12, 9)):
    return block("correction", {"date": day.isoformat(), "text": f"<p>{text}</p>"})


def full_article(news, **fields):
    """An article with its own image, every kind of block, and a correction."""
    image = factories.image(title="Puno", description="Marchers in the rain")
    body = factories.every_block(page=news, image=image)
    defaults = {
        "image": image,
        "image_alt_text": "Marchers",
        "image_caption": "In Puno",
        "byline": "Rosa Quispe",
        "body": body,
        "corrections": [correction()],
    }
    return factories.article(news, **(defaults | fields))
