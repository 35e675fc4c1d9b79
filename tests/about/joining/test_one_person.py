"""One person's enquiries, given out and erased by command."""

import json
import logging
from io import StringIO

import pytest
from cryptography.fernet import Fernet
from django.core.management import CommandError, call_command
from wagtail.models import ModelLogEntry

from about.joining.models import Enquiry
from tests import factories
from tests.about.joining.whereabouts import (
    cached,
    files_with,
    has_any,
    models_with,
    tables_with,
)

pytestmark = pytest.mark.django_db

WORDS = ["Quispe", "rosa@example.org", "7946 0000"]


def show(capsys, email="rosa@example.org"):
    call_command("show_person", email)
    return json.loads(capsys.readouterr().out)


def test_all_that_was_sent_is_given_out_with_its_wording(capsys):
    enquiry = factories.enquiry(email=" Rosa@Example.ORG ", gift_aid=True)
    enquiry.form_data["answers"][-1]["wording"] = "I am a UK taxpayer."
    enquiry.save()
    factories.enquiry(name="Somebody else", email="other@example.org")

    given = show(capsys)

    assert given["email"] == "rosa@example.org"
    [found] = given["held"]["enquiries"]
    assert found["enquiry"] == enquiry.pk
    assert {"Name": "Rosa Quispe"} in found["answers"]
    assert {"Gift Aid declaration": True, "wording": "I am a UK taxpayer."} in found[
        "answers"
    ]
    assert "Somebody else" not in str(given)


def test_an_address_is_found_in_whichever_answer_it_is(capsys):
    factories.enquiry(email="", **{"How can we reach you?": "rosa@example.org"})

    assert len(show(capsys)["held"]["enquiries"]) == 1


def test_of_a_stranger_nothing_is_held(capsys):
    factories.enquiry()

    assert show(capsys, "nobody@example.org")["held"]["enquiries"] == []
    call_command("forget_person", "nobody@example.org")
    assert capsys.readouterr().out == "Nothing is held of this person.\n"
    assert Enquiry.objects.count() == 1


def test_one_is_asked_before_anything_is_erased(monkeypatch, capsys):
    factories.enquiry()
    asked = []
    monkeypatch.setattr("builtins.input", lambda text: asked.append(text) or "no")

    with pytest.raises(CommandError, match="Nothing was erased"):
        call_command("forget_person", "rosa@example.org")

    assert asked == ["Erase enquiries (1)? Type yes: "]
    assert Enquiry.objects.exists()
    monkeypatch.setattr("builtins.input", lambda text: "yes")
    call_command("forget_person", "rosa@example.org")
    assert capsys.readouterr().out == "Erased: enquiries (1).\n"
    assert not Enquiry.objects.exists()


def test_where_nobody_can_be_asked_it_says_how_to_go_on(monkeypatch):
    factories.enquiry()
    monkeypatch.setattr("sys.stdin", StringIO(""))

    with pytest.raises(CommandError, match="add --yes"):
        call_command("forget_person", "rosa@example.org")

    assert Enquiry.objects.exists()


@pytest.mark.parametrize("command", [["show_person"], ["forget_person", "--yes"]])
def test_without_the_key_it_says_what_to_do(settings, command):
    factories.enquiry()
    settings.ENCRYPTION_KEYS = [Fernet.generate_key().decode()]

    with pytest.raises(CommandError, match="put back the one"):
        call_command(*command, "rosa@example.org")

    assert Enquiry.objects.exists()


def test_the_rest_stays(capsys):
    factories.enquiry()
    factories.enquiry(email="ROSA@example.org")
    other = factories.enquiry(email="rosa@example.org.uk")

    call_command("forget_person", "rosa@example.org", "--yes")

    assert "enquiries (2)" in capsys.readouterr().out
    assert Enquiry.objects.get() == other


def test_nothing_of_an_erased_person_is_left_anywhere(capsys, caplog):
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.INFO, logger="django.db.backends")
    factories.enquiry(phone="+44 20 7946 0000")
    before = models_with(*WORDS)
    as_it_stands = tables_with(*WORDS)
    show(capsys)

    call_command("forget_person", "rosa@example.org", "--yes")

    assert before == {"enquiry"}
    assert not as_it_stands
    assert not models_with(*WORDS) | tables_with(*WORDS)
    assert not has_any(cached(), WORDS)
    assert not files_with(*WORDS)
    assert not has_any(caplog.text, WORDS)
    entries = ModelLogEntry.objects.order_by("pk")
    assert [entry.message for entry in entries] == [
        "Downloaded: enquiries (1)",
        "Erased: enquiries (1)",
    ]
    assert {entry.label for entry in entries} == {"One person’s data"}


def test_the_search_for_words_in_tables_finds_some():
    factories.user(username="rosa", email="rosa@example.org")

    assert tables_with(*WORDS) == {"psgsite_user"}
