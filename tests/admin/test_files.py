"""Uploading pictures and documents, and choosing them."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Collection

from psgsite.models import Document, Image
from tests import factories

pytestmark = pytest.mark.any_database

GOOD_FORM = {
    "title": "A square in Puno",
    "description": "People waiting to vote",
    "credit": "A. Vargas",
    "licence": "CC BY 4.0",
    "consent": Image.Consent.PUBLIC,
    "tags": "Puno, voting",
}


@pytest.fixture
def collection(home):
    return Collection.get_first_root_node().pk


def jpeg(name="puno.jpg"):
    return SimpleUploadedFile(name, factories.picture(), "image/jpeg")


def pdf(name="report.pdf"):
    return SimpleUploadedFile(name, b"%PDF-1.4 report", "application/pdf")


def upload_many(client, kind, file, collection):
    """What the browser sends for each file dropped on the page."""
    data = {"title": file.name, "files[]": file, "collection": collection}
    return client.post(reverse(f"{kind}:add_multiple"), data).json()


def test_a_picture_is_uploaded_with_credit_licence_and_consent(editor, collection):
    form = GOOD_FORM | {"file": jpeg(), "collection": collection}

    editor.post(reverse("wagtailimages:add"), form)

    image = Image.objects.get()
    kept = {name: getattr(image, name) for name in GOOD_FORM if name != "tags"}
    assert kept | {"tags": "Puno, voting"} == GOOD_FORM
    assert set(image.tags.names()) == {"Puno", "voting"}
    assert image.uploaded_by_user.username == "editors"


def test_the_form_of_a_picture_asks_for_consent_and_explains_why(editor, home):
    html = editor.get(reverse("wagtailimages:add")).content.decode()

    for name in ("credit", "licence", "consent", "description"):
        assert f'name="{name}"' in html
    assert "A picture can put someone in danger: if in doubt, leave it out." in html
    assert '<option value="unknown" selected>' in html


def test_a_dropped_picture_is_kept_once_it_is_described(editor, collection):
    answer = upload_many(editor, "wagtailimages", jpeg(), collection)
    key = answer["uploaded_file_id"]
    before = Image.objects.exists()

    editor.post(
        reverse("wagtailimages:create_multiple_from_uploaded_image", args=[key]),
        {
            f"uploaded-image-{key}-{name}": value
            for name, value in (GOOD_FORM | {"collection": collection}).items()
        },
        headers={"X-Requested-With": "XMLHttpRequest"},
    )

    image = Image.objects.get()
    assert not before
    assert (image.credit, image.consent) == ("A. Vargas", "public")


def test_a_picture_is_uploaded_while_one_writes(editor, collection):
    form = GOOD_FORM | {"file": jpeg(), "collection": collection}
    posted = {f"image-chooser-upload-{name}": value for name, value in form.items()}

    answer = editor.post(reverse("wagtailimages_chooser:create"), posted).json()

    assert answer["result"]["title"] == "A square in Puno"
    assert Image.objects.get().credit == "A. Vargas"


def test_a_picture_is_found_in_the_chooser_by_a_word_of_its_description(editor, home):
    factories.image(title="puno", description="People waiting to vote")
    factories.image(title="lima", description="A market")
    address = reverse("wagtailimages_chooser:choose_results")

    found = editor.get(address, {"q": "waiting"}).content.decode()

    assert "puno" in found
    assert "lima" not in found


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("drawing.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>'),
        ("letter.jpg", b"this is no picture"),
        ("virus.exe", b"MZ"),
    ],
)
def test_what_is_no_picture_is_not_uploaded(editor, collection, name, content):
    file = SimpleUploadedFile(name, content)

    answer = upload_many(editor, "wagtailimages", file, collection)

    assert answer["success"] is False
    assert answer["error_message"]
    assert not Image.objects.exists()


def test_a_document_is_uploaded(editor, collection):
    form = {"title": "Annual report", "file": pdf(), "collection": collection}

    editor.post(reverse("wagtaildocs:add"), form)

    document = Document.objects.get()
    assert document.title == "Annual report"
    assert document.uploaded_by_user.username == "editors"


def test_a_dropped_document_is_kept(editor, collection):
    answer = upload_many(editor, "wagtaildocs", pdf(), collection)

    assert answer["success"]
    assert Document.objects.get().title == "report.pdf"


def test_a_document_that_may_not_be_shared_is_refused_by_its_kind(editor, collection):
    file = SimpleUploadedFile("page.html", b"<script>alert(1)</script>")

    answer = upload_many(editor, "wagtaildocs", file, collection)

    assert answer["success"] is False
    assert not Document.objects.exists()


def test_a_document_is_found_in_the_chooser(editor, home):
    factories.document(title="Annual report")
    address = reverse("wagtaildocs_chooser:choose_results")

    found = editor.get(address, {"q": "annual"}).content.decode()

    assert "Annual report" in found


def test_a_page_is_found_in_the_chooser(editor, news):
    factories.article(news, title="Verdict due")
    address = reverse("wagtailadmin_choose_page_search")

    found = editor.get(address, {"q": "verdict"}).content.decode()

    assert "Verdict due" in found


@pytest.mark.parametrize(
    "name", ["wagtailimages_chooser:choose", "wagtaildocs_chooser:choose"]
)
def test_the_choosers_open(editor, home, name):
    answer = editor.get(reverse(name)).json()

    assert answer["step"] == "choose"


def test_the_secretary_uploads_nothing(secretary, collection):
    form = GOOD_FORM | {"file": jpeg(), "collection": collection}

    secretary.post(reverse("wagtailimages:add"), form)
    secretary.post(reverse("wagtaildocs:add"), form)

    assert not Image.objects.exists()
    assert not Document.objects.exists()
