"""What is personal says nothing to whoever has the database but not the key."""

from io import StringIO

import pytest
from cryptography.fernet import Fernet
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.models import TextField
from django.db.models.functions import Cast

from psgsite import reencryption
from psgsite.encryption import WrongKeyError, check_keys, keyed_hash
from psgsite.outbox.models import OutgoingMail

pytestmark = pytest.mark.django_db

OLD, NEW, OTHER = (Fernet.generate_key().decode() for _ in range(3))
SECRET = {"body": "Dear Rosa Quispe, ñ 🌽", "to": ["rosa@example.org"], "none": None}


@pytest.fixture(autouse=True)
def keys(settings):
    settings.ENCRYPTION_KEYS = [OLD]
    return settings


def store(message=SECRET):
    return OutgoingMail.objects.create(about="Thanks", message=message).pk


def message(pk):
    return OutgoingMail.objects.get(pk=pk).message


def token(pk):
    tokens = OutgoingMail.objects.annotate(token=Cast("message", TextField()))
    return tokens.values_list("token", flat=True).get(pk=pk)


def report():
    output = StringIO()
    call_command("reencrypt", stdout=output)
    lines = output.getvalue().splitlines()
    return [line for line in lines if line.startswith("psgsite.OutgoingMail.message")]


def test_what_is_stored_is_read_back():
    assert message(store()) == SECRET


def test_the_database_has_what_only_the_key_opens():
    stored = token(store())

    assert stored.startswith("gAAAAA")
    assert "Quispe" not in stored
    assert b"Rosa Quispe" in Fernet(OLD).decrypt(stored)


def test_the_same_twice_is_stored_differently():
    assert token(store()) != token(store())


def test_another_key_opens_nothing_and_says_so(keys):
    pk = store()
    keys.ENCRYPTION_KEYS = [OTHER]

    with pytest.raises(WrongKeyError, match="put back the one it was stored with"):
        message(pk)


def test_what_was_tampered_with_is_not_read():
    pk = store()
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE psgsite_outgoingmail SET message = %s",
            [token(pk)[:-8] + "AAAAAAA="],
        )

    with pytest.raises(WrongKeyError):
        message(pk)


def test_a_new_key_stores_and_the_old_one_still_opens(keys):
    before = store()
    keys.ENCRYPTION_KEYS = [NEW, OLD]
    after = store()

    assert message(before) == message(after) == SECRET
    assert Fernet(NEW).decrypt(token(after))


@pytest.mark.parametrize("batch", [1, 2, 200])
def test_after_reencrypting_the_old_key_can_go(keys, monkeypatch, batch):
    monkeypatch.setattr(reencryption, "BATCH", batch)
    pks = [store({"number": number}) for number in range(4)]
    keys.ENCRYPTION_KEYS = [NEW, OLD]
    pks.append(store({"number": 4}))

    first, again = report(), report()
    keys.ENCRYPTION_KEYS = [NEW]

    field = "psgsite.OutgoingMail.message"
    assert first == [f"{field}: 4 stored anew, 1 were so"]
    assert again == [f"{field}: 0 stored anew, 5 were so"]
    assert [message(pk)["number"] for pk in pks] == [0, 1, 2, 3, 4]


def test_reencrypting_leaves_what_no_key_opens_and_names_it(keys):
    lost = store()
    keys.ENCRYPTION_KEYS = [OTHER]
    found = store()
    before = token(lost)
    keys.ENCRYPTION_KEYS = [NEW, OTHER]

    with pytest.raises(CommandError, match=f"OutgoingMail.message of number {lost}"):
        report()

    assert token(lost) == before
    assert Fernet(NEW).decrypt(token(found))


def test_reencrypting_can_be_cut_off_and_run_again(keys, monkeypatch):
    pks = [store() for _ in range(4)]
    keys.ENCRYPTION_KEYS = [NEW, OLD]
    monkeypatch.setattr(reencryption, "BATCH", 2)
    [field] = [
        each for each in reencryption.encrypted_fields() if each.model is OutgoingMail
    ]

    reencryption.next_batch(field, 0, reencryption.Report())
    half = [Fernet(NEW).decrypt(token(pk)) for pk in pks[:2]]

    assert len(half) == 2
    assert report() == ["psgsite.OutgoingMail.message: 2 stored anew, 2 were so"]


def test_every_model_with_something_encrypted_is_reencrypted():
    assert {str(field) for field in reencryption.encrypted_fields()} >= {
        "psgsite.OutgoingMail.message",
        "about.Enquiry.form_data",
    }


def test_a_dump_of_the_data_names_nobody_and_can_be_loaded_again(tmp_path):
    pk = store()
    file = tmp_path / "dump.json"

    call_command("dumpdata", "psgsite.outgoingmail", output=str(file))
    text = file.read_text()
    OutgoingMail.objects.all().delete()
    call_command("loaddata", str(file), verbosity=0)

    assert "Quispe" not in text
    assert "gAAAAA" in text
    assert message(pk) == SECRET


@pytest.mark.any_database
@pytest.mark.parametrize(
    "wrong", ["hello", OLD[:-2], "ñ" * 44], ids=["word", "cut", "letters"]
)
def test_what_is_no_key_is_named_before_the_site_starts(keys, wrong):
    keys.ENCRYPTION_KEYS = [OLD, wrong]

    [error] = check_keys()

    assert error.id == "psgsite.E001"
    assert "Key 2 of 2 in ENCRYPTION_KEYS is no key" in error.msg
    assert wrong not in str(error)
    assert "token_bytes(32)" in error.hint


@pytest.mark.any_database
def test_a_hash_says_the_same_of_the_same_and_nothing_without_the_key(settings):
    first = keyed_hash("rate", "192.0.2.0")

    assert keyed_hash("rate", "192.0.2.0") == first
    assert keyed_hash("other", "192.0.2.0") != first
    settings.SECRET_KEY = "another"
    assert keyed_hash("rate", "192.0.2.0") != first
