"""A site with something of everything on it, to be photographed."""

import random
from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image as PillowImage
from PIL import ImageDraw
from wagtail.images.blocks import ImageBlock

from news.models import ArticlePage
from psgsite.models import Image, User

WITHDRAWN = "electoral-tea-leaves"


def fill():
    """Add to the sample content a picture, a correction and a withdrawn article."""
    picture = Image.objects.create(
        title="Hills",
        description="Hills above a plain",
        credit="Drawing: Peru Support Group",
        consent=Image.Consent.NOBODY,
        file=ContentFile(hills(), name="hills.jpg"),
    )
    lead = ArticlePage.objects.get(slug="amnesty-survey-on-torture")
    lead.image = picture
    lead.image_caption = "The high plain, drawn for want of a photograph."
    lead.corrections = [
        {
            "type": "correction",
            "value": {
                "date": "2014-12-10",
                "text": "<p>An earlier version gave the wrong day.</p>",
            },
        }
    ]
    lead.body.append(
        (
            "image",
            {
                "image": ImageBlock().to_python(
                    {"image": picture.pk, "alt_text": "Hills", "decorative": False}
                ),
                "caption": "The same hills, within the text.",
            },
        )
    )
    lead.save_revision().publish()
    editor = User.objects.create_superuser("showcase")
    article = ArticlePage.objects.get(slug=WITHDRAWN)
    article.withdraw("A person named in it asked us to, for their safety.", editor)


def hills(width=1600, height=1000):
    """A JPEG of ridges behind each other, always the same."""
    picture = PillowImage.new("RGB", (width, height), "#dfe5e3")
    draw = ImageDraw.Draw(picture)
    chance = random.Random(7)  # noqa: S311 not for secrets
    for number, colour in enumerate(["#b9c4c4", "#93a3a3", "#7a7361", "#5c4f3a"]):
        level = height * (0.35 + 0.15 * number)
        ridge = [(0, height)]
        for x in range(0, width + 1, 16):
            level += chance.randint(-14, 14)
            ridge.append((x, level))
        draw.polygon([*ridge, (width, height)], fill=colour)
    file = BytesIO()
    picture.save(file, "JPEG", quality=85)
    return file.getvalue()
