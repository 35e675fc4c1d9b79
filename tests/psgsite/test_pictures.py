"""Pictures come in the formats and sizes that a reader's device can use."""

import re
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from PIL import Image as PillowImage
from PIL import ImageDraw

from psgsite.models import Image
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def test_a_picture_has_modern_formats_a_fallback_and_its_size(client, news):
    image = Image.objects.create(
        title="Square",
        file=ContentFile(factories.picture(1800, 1200), name="large.jpg"),
    )
    article = factories.article(news, image=image, image_alt_text="A square")

    html = client.get(article.url).content.decode()

    for kind in ("avif", "webp"):
        [sizes] = re.findall(rf'type="image/{kind}" srcset="([^"]+)"', html)
        assert re.findall(r"(\d+)w", sizes) == ["400", "800", "1200", "1600"]
    [tag] = re.findall(r"<img[^>]+>", html)
    assert 'width="400"' in tag
    assert 'height="266"' in tag
    assert 'alt="A square"' in tag
    assert "lazy" not in tag


def test_a_crop_keeps_what_the_editor_marked(client, news, settings):
    """The picture is blue but for a red corner, which is its focal point."""
    drawn = PillowImage.new("RGB", (2000, 3000), "blue")
    ImageDraw.Draw(drawn).rectangle((0, 2600, 2000, 3000), fill="red")
    file = BytesIO()
    drawn.save(file, "JPEG")
    image = Image.objects.create(
        title="Corner",
        file=ContentFile(file.getvalue(), name="corner.jpg"),
        focal_point_x=1000,
        focal_point_y=2800,
        focal_point_width=100,
        focal_point_height=100,
    )
    factories.article(news, image=image)

    html = client.get("/").content.decode()

    [address] = re.findall(r'<img\s+src="/media/([^"]+)"', html)
    with PillowImage.open(settings.MEDIA_ROOT / address) as crop:
        red, _, blue = crop.getpixel((crop.width // 2, crop.height - 40))
    assert red > 200 > 60 > blue
