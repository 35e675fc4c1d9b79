"""Stores encrypted data anew after the first key has changed."""

from dataclasses import dataclass, field

from cryptography.fernet import Fernet, InvalidToken
from django.apps import apps
from django.conf import settings
from django.db import models, transaction
from django.db.models.functions import Cast

from psgsite.encryption import EncryptedJSONField, cipher

# So many rows are locked at a time.
BATCH = 200


@dataclass
class Report:
    changed: int = 0
    unchanged: int = 0
    # The numbers of rows that no key opens.
    unopened: list = field(default_factory=list)


def encrypted_fields():
    """All of the site, each where its column is."""
    for model in apps.get_models():
        for each in model._meta.local_concrete_fields:
            if isinstance(each, EncryptedJSONField):
                yield each


def reencrypt(encrypted_field):
    """Store all rows of one field with the first key, if they aren't so already."""
    report = Report()
    last = 0
    while last is not None:
        last = next_batch(encrypted_field, last, report)
    return report


@transaction.atomic
def next_batch(encrypted_field, last, report):
    """Do some rows after number ``last``, and return that of the last; None at the end."""
    name = encrypted_field.name
    rows = encrypted_field.model._base_manager
    # Without the field's own reading and writing of values.
    tokens = list(
        rows.filter(pk__gt=last, **{f"{name}__isnull": False})
        .annotate(token=Cast(name, models.TextField()))
        # Nobody may change what is stored between this and the update.
        .select_for_update()
        .order_by("pk")
        .values_list("pk", "token")[:BATCH]
    )
    for pk, token in tokens:
        if opens(settings.ENCRYPTION_KEYS[0], token):
            report.unchanged += 1
            continue
        try:
            anew = cipher().rotate(token.encode()).decode()
        except InvalidToken:
            report.unopened.append(pk)
            continue
        stored = models.Value(anew, output_field=models.TextField())
        rows.filter(pk=pk).update(**{name: stored})
        report.changed += 1
    return tokens[-1][0] if len(tokens) == BATCH else None


def opens(key, token):
    try:
        Fernet(key).decrypt(token.encode())
    except InvalidToken:
        return False
    return True
