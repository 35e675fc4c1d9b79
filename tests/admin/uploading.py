"""The four ways in which a file reaches the site, and what the admin answers."""

import io

from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Collection

from psgsite.models import Image

ABOUT_PICTURE = {
    "title": "A square in Puno",
    "description": "People waiting to vote",
    "credit": "A. Vargas",
    "licence": "CC BY 4.0",
    "consent": Image.Consent.PUBLIC,
    "tags": "",
}
ABOUT_DOCUMENT = {"title": "Annual report", "tags": ""}
ABOUT = {"wagtailimages": ABOUT_PICTURE, "wagtaildocs": ABOUT_DOCUMENT}
PREFIX = {
    "wagtailimages": "image-chooser-upload",
    "wagtaildocs": "document-chooser-upload",
}


def file(name, content):
    return SimpleUploadedFile(name, content)


def about(kind, **changes):
    return ABOUT[kind] | {"collection": Collection.get_first_root_node().pk} | changes


def by_form(client, kind, given, **changes):
    """Upload one file by the form for one; its errors by field, {} if it is kept."""
    response = client.post(reverse(f"{kind}:add"), about(kind, file=given, **changes))
    return form_errors(response)


def in_place_of(client, kind, kept, given):
    """Give something that was uploaded another file."""
    address = reverse(f"{kind}:edit", args=[kept.pk])
    return form_errors(client.post(address, about(kind, file=given)))


def while_writing(client, kind, given, **changes):
    """Upload a file in the window in which one is chosen for a page."""
    posted = {
        f"{PREFIX[kind]}-{name}": value
        for name, value in about(kind, file=given, **changes).items()
    }
    answer = client.post(reverse(f"{kind}_chooser:create"), posted).json()
    if answer["step"] == "chosen":
        return {}
    html = BeautifulSoup(answer["htmlFragment"], "html.parser")
    found = html.select(".w-field__errors .error-message")
    return {"file": [" ".join(error.text.split()) for error in found]}


def dropped(client, kind, given):
    """Drop a file on the page for many; the answer that the browser then reads."""
    data = {
        "title": given.name,
        "files[]": given,
        "collection": about(kind)["collection"],
    }
    return client.post(reverse(f"{kind}:add_multiple"), data).json()


def described(client, key, **changes):
    """Fill in the form that then comes for a dropped picture."""
    return client.post(
        reverse("wagtailimages:create_multiple_from_uploaded_image", args=[key]),
        {
            f"uploaded-image-{key}-{name}": value
            for name, value in about("wagtailimages", **changes).items()
        },
        headers={"X-Requested-With": "XMLHttpRequest"},
    ).json()


def form_errors(response):
    if response.status_code == 302:
        return {}
    return {
        name: [str(error) for error in errors]
        for name, errors in response.context["form"].errors.items()
    }


class Stream(io.RawIOBase):
    """The body of a request with a file of so many bytes, which is never in memory."""

    def __init__(self, name, field, size, fields, beginning=b""):
        lines = [
            f'--x\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'
            for key, value in fields.items()
        ]
        lines.append(
            f'--x\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"'
            "\r\nContent-Type: application/octet-stream\r\n\r\n"
        )
        self.parts = ["".join(lines).encode() + beginning, size, b"\r\n--x--\r\n"]
        self.length = len(self.parts[0]) + size + len(self.parts[2])

    def read(self, amount=-1):
        if not self.parts:
            return b""
        part = self.parts[0]
        if isinstance(part, int):
            given = min(amount, part)
            self.parts[0] = part - given
            if not self.parts[0]:
                del self.parts[0]
            return b"\0" * given
        self.parts[0] = part[amount:]
        if not self.parts[0]:
            del self.parts[0]
        return part[:amount]


def post_stream(client, address, stream):
    return client.request(
        **{
            "REQUEST_METHOD": "POST",
            "PATH_INFO": address,
            "CONTENT_TYPE": "multipart/form-data; boundary=x",
            "CONTENT_LENGTH": str(stream.length),
            "wsgi.input": stream,
        }
    )
