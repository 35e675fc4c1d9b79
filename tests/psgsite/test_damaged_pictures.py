"""A picture whose file was damaged leaves a gap, and takes no page with it."""

from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from PIL import Image as PillowImage
from wagtail.images.exceptions import InvalidFilterSpecError

from psgsite.models import Image
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

ADDRESSES = ["/", "/news/verdict-due/", "/news/feed/", "/news/verdict-due/markdown/"]


def encoded(kind):
    file = BytesIO()
    PillowImage.linear_gradient("L").resize((640, 480)).save(file, kind)
    return file.getvalue()


JPEG, PNG, AVIF = (encoded(kind) for kind in ("JPEG", "PNG", "AVIF"))
DAMAGED = {
    "empty": ("a.jpg", b""),
    "cut off": ("a.jpg", JPEG[: len(JPEG) // 2]),
    "cut off after a few bytes": ("a.jpg", JPEG[:20]),
    "text": ("a.jpg", b"Not a picture."),
    "a page of a server that failed": ("a.jpg", b"<html>502 Bad gateway</html>"),
    "half a page": ("a.jpg", b"<html>"),
    "a PNG with a wrong header": ("a.png", PNG[:20] + b"????" + PNG[24:]),
    "an AVIF that is cut off": ("a.avif", AVIF[:-5]),
}


def uploaded(name, content):
    return Image.objects.create(title="Plaza", file=ContentFile(content, name=name))


@pytest.fixture(params=DAMAGED.values(), ids=DAMAGED)
def damaged(request):
    name, content = request.param
    whole = {"jpg": JPEG, "png": PNG, "avif": AVIF}[name.rpartition(".")[2]]
    image = uploaded(name, whole)
    Path(image.file.path).write_bytes(content)
    return image


def texts(client):
    answers = {address: client.get(address) for address in ADDRESSES}
    assert {answer.status_code for answer in answers.values()} == {200}
    return [answer.content.decode() for answer in answers.values()]


def illustrated(news, image):
    picture = {"image": image.pk, "alt_text": "Marchers", "decorative": False}
    value = {"image": picture, "caption": "In Puno", "credit": ""}
    return factories.article(
        news,
        slug="verdict-due",
        image=image,
        image_alt_text="A square",
        body=[{"type": "image", "value": value}],
    )


def test_pages_with_a_damaged_picture_are_there_without_it(client, news, damaged):
    illustrated(news, damaged)

    for text in texts(client):
        assert "Verdict due" in text
    assert not damaged.renditions.exists()


def test_they_show_what_they_show_for_a_missing_one(client, news, damaged):
    illustrated(news, damaged)
    with_damage = client.get("/news/verdict-due/").content

    Path(damaged.file.path).unlink()

    assert client.get("/news/verdict-due/").content == with_damage


def test_a_picture_that_is_mended_is_shown_again(client, news):
    image = uploaded("mended.jpg", JPEG)
    illustrated(news, image)
    file = Path(image.file.path)
    file.write_bytes(b"")
    assert "mended" not in "".join(texts(client))

    file.write_bytes(JPEG)

    assert all("mended" in text for text in texts(client))


def test_a_size_that_does_not_exist_is_still_an_error():
    with pytest.raises(InvalidFilterSpecError):
        factories.image().get_rendition("widht-100")
