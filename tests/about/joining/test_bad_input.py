"""Whatever is sent, the answer is a form with the input in it, and nothing is stored."""

from html import unescape
from urllib.parse import urlencode

import pytest

from about.joining.models import Enquiry
from psgsite.outbox.models import OutgoingMail
from tests.about.joining.filling_in import filled, send

pytestmark = pytest.mark.django_db

FORM = "application/x-www-form-urlencoded"
LIMITS = {
    "your_name": 200,
    "e_mail_address": 254,
    "postal_address": 1000,
    "telephone_number": 40,
}


def text_of(name, length):
    if name != "e_mail_address":
        return "é" * length
    # At most 64 before the @, and 63 between dots.
    domain = ".".join(["d" * 60] * 3)
    start = "a" * 40 + "@" + domain + "."
    return start + "e" * (length - len(start))


@pytest.mark.parametrize("name", LIMITS)
def test_each_field_takes_as_much_as_it_may_and_no_more(client, join, name):
    longest = LIMITS[name] if name != "e_mail_address" else 254
    too_long = text_of(name, longest + 1)

    refused = send(client, **{name: too_long})
    stored = Enquiry.objects.count()
    accepted = send(client, **{name: text_of(name, longest)})

    assert refused.status_code == 422
    assert f"there is room for {longest:,}" in refused.content.decode()
    assert too_long in unescape(refused.content.decode())
    assert (stored, accepted.status_code) == (0, 303)


NOTHING = "\x00"
BAD = [
    ("Ana\x00Quispe", "cannot be shown"),
    (NOTHING, "cannot be shown"),
    ("Ana\x1b[31m", "cannot be shown"),
    ("Ana\x85Quispe", "cannot be shown"),
    ("Ana Quispe\ufffd", "did not arrive as you wrote them"),
    ("x" * 1_000_000, "characters, and there is room for"),
]


@pytest.mark.parametrize("name", ["your_name", "postal_address", "telephone_number"])
@pytest.mark.parametrize(("text", "message"), BAD, ids=range(len(BAD)))
def test_what_nobody_can_read_is_refused_and_kept(client, join, name, text, message):
    response = send(client, **{name: text})

    html = response.content.decode()
    assert response.status_code == 422
    assert message in html
    assert text in unescape(html) or "\x00" in text
    assert 'value="ana@example.org"' in html
    assert not Enquiry.objects.exists()
    assert not OutgoingMail.objects.exists()


@pytest.mark.parametrize(("text", "message"), BAD, ids=range(len(BAD)))
def test_so_is_such_an_address(client, join, text, message):
    response = send(client, e_mail_address=text + "@example.org")

    assert response.status_code == 422
    assert message in response.content.decode()
    assert not Enquiry.objects.exists()


@pytest.mark.parametrize(
    "name",
    [
        "José Ángel Núñez",
        "محمد بن علي",
        "שרה \u200fכהן",
        "María 👩‍👩‍👧 🏴󠁧󠁢󠁷󠁬󠁳󠁿",
        "Ngũgĩ",
        "山田太郎",
        "‮Ana",
        "<b>Ana</b>",
        "Robert'); DROP TABLE about_enquiry;--",
        "{{ settings.SECRET_KEY }}",
    ],
)
def test_names_of_any_script_are_kept_as_they_are(client, join, name):
    assert send(client, your_name=name).status_code == 303
    assert Enquiry.objects.get().name == name


def test_spaces_and_line_breaks_are_made_tidy(client, join):
    send(
        client, your_name="  Ana\t \r\nQuispe ", postal_address="1 Street\r\nLeeds\rUK "
    )

    enquiry = Enquiry.objects.get()
    assert enquiry.name == "Ana Quispe"
    assert enquiry.answer("address") == "1 Street\nLeeds\nUK"


def test_text_in_another_encoding_is_refused(client, join):
    body = urlencode(filled(your_name="José"), encoding="latin-1")

    response = client.post("/join/", body, content_type=FORM)

    assert response.status_code == 422
    assert "did not arrive as you wrote them" in response.content.decode()


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"answer-your_name=%FF%FE%00", FORM),
        (b"\xff\xfe\x00\x01", FORM),
        (b"answer-your_name=x", f"{FORM}; charset=utf-16"),
        (b"{}", "application/json"),
        (b"--x\r\nnonsense", "multipart/form-data; boundary=x"),
        (b"nonsense", "multipart/form-data"),
        (b"", "text/plain"),
        (b"a=1&" * 20_000, FORM),
        (b"answer-your_name=" + b"x" * 3_000_000, FORM),
    ],
)
def test_nonsense_is_refused_with_a_page(client, join, body, content_type):
    response = client.post("/join/", body, content_type=content_type)

    assert 400 <= response.status_code < 500
    assert "<h1>" in response.content.decode()
    assert not Enquiry.objects.exists()


@pytest.mark.parametrize(
    "name",
    ["your_name", "e_mail_address", "kind_of_membership", "the_newsletter_by_e_mail"],
)
def test_several_answers_to_one_question_are_refused(client, join, name):
    kind = "Household"
    twice = {
        name: ["a@example.org", kind if name.startswith("kind") else "b@example.org"]
    }

    response = send(client, **twice)

    assert response.status_code == 422
    assert "Give one answer to this, please." in response.content.decode()
    assert not Enquiry.objects.exists()


@pytest.mark.parametrize(
    "choice", ["Individual", "0", "individual, £30 a year", "\x00"]
)
def test_an_unknown_choice_is_refused(client, join, choice):
    response = send(client, kind_of_membership=choice)

    assert response.status_code == 422
    assert "no longer, offered. Choose again" in response.content.decode()


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_other_methods_are_refused(client, join, method):
    assert getattr(client, method)("/join/").status_code == 405
