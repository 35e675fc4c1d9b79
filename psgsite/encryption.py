"""Personal data, kept so that a copy of the database says nothing without the keys."""

import json

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.core import checks
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.crypto import salted_hmac

# Begins what a dump has of a value, for otherwise loading it would encrypt it once more.
DUMPED = "encrypted:"

MAKE_ONE = (
    'Make one with: python3 -c "import base64, secrets; '
    'print(base64.urlsafe_b64encode(secrets.token_bytes(32)).decode())"'
)


class WrongKeyError(Exception):
    """None of the keys opens what is stored."""


@checks.register
def check_keys(**kwargs):
    """Find what is no key before somebody's enquiry is refused because of it."""
    return [
        checks.Error(
            f"Key {number} of {len(settings.ENCRYPTION_KEYS)} in ENCRYPTION_KEYS is no "
            "key: want 32 bytes in URL-safe base64, which are 44 characters.",
            hint=MAKE_ONE,
            id="psgsite.E001",
        )
        for number, key in enumerate(settings.ENCRYPTION_KEYS, start=1)
        if not is_key(key)
    ]


def is_key(text):
    try:
        Fernet(text)
    except ValueError:
        return False
    return True


def cipher():
    """Encrypts with the first key, decrypts with any."""
    return MultiFernet([Fernet(key) for key in settings.ENCRYPTION_KEYS])


def encrypted(value) -> str:
    text = json.dumps(value, cls=DjangoJSONEncoder)
    return cipher().encrypt(text.encode()).decode()


def decrypted(token: str):
    try:
        return json.loads(cipher().decrypt(token.encode()))
    except InvalidToken:
        raise WrongKeyError(
            "None of the keys in ENCRYPTION_KEYS opens this: put back the one it was "
            "stored with, after those that are there."
        ) from None


def keyed_hash(purpose: str, text: str) -> str:
    """64 letters and digits that say the same of the same text, and nothing without the key."""
    return salted_hmac(purpose, text, algorithm="sha256").hexdigest()


class EncryptedJSONField(models.TextField):
    """Any JSON value, encrypted by Fernet; the database can't search in it."""

    def from_db_value(self, value, expression, connection):
        return None if value is None else decrypted(value)

    def get_prep_value(self, value):
        return None if value is None else encrypted(value)

    def to_python(self, value):
        """Read a value back from a dump; all others are what they are."""
        if isinstance(value, str) and value.startswith(DUMPED):
            return decrypted(value.removeprefix(DUMPED))
        return value

    def get_lookup(self, lookup_name):
        return super().get_lookup(lookup_name) if lookup_name == "isnull" else None

    def value_to_string(self, obj):
        """What Django's dumpdata writes: not what is stored, but still encrypted."""
        return DUMPED + encrypted(self.value_from_object(obj))
