"""What an editor marks in a picture stays in the crops that are made of it."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from PIL import Image as PillowImage

from psgsite.models import Image
from tests.admin.uploading import about

pytestmark = pytest.mark.any_database


@pytest.fixture
def picture(home):
    """Blue, with a red square at its right end."""
    drawn = PillowImage.new("RGB", (1200, 300), "blue")
    drawn.paste("red", (1000, 50, 1200, 250))
    file = BytesIO()
    drawn.save(file, "JPEG")
    return Image.objects.create(
        title="Square", file=ContentFile(file.getvalue(), name="square.jpg")
    )


def middle_of_crop(picture):
    crop = Image.objects.get(pk=picture.pk).get_rendition("fill-200x200")
    with PillowImage.open(crop.file.path) as shown:
        return "red" if shown.getpixel((100, 100))[0] > 200 else "blue"


def mark(client, picture, **marked):
    address = reverse("wagtailimages:edit", args=[picture.pk])
    return client.post(address, about("wagtailimages", **marked))


def test_a_crop_follows_what_is_marked(publisher, picture):
    before = middle_of_crop(picture)

    mark(
        publisher,
        picture,
        focal_point_x=1100,
        focal_point_y=150,
        focal_point_width=200,
        focal_point_height=200,
    )

    assert before == "blue"
    assert middle_of_crop(picture) == "red"
