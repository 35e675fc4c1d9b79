"""Looks for words in all that the site keeps, also where they are encrypted or packed."""

from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection


def tables_with(*words):
    """The tables that have one of the words as it stands, in whatever case."""
    tables = connection.introspection.table_names()
    return {table for table in tables if has_any(rows_of(table), words)}


def rows_of(table):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
        return repr(cursor.fetchall())


def models_with(*words):
    """The models that have one of the words for whoever has the key."""
    models = [model for model in apps.get_models() if model._meta.managed]
    found = {model for model in models if has_any(values_of(model), words)}
    return {model._meta.model_name for model in found}


def values_of(model):
    if model is Session:
        return repr([session.get_decoded() for session in Session.objects.all()])
    return repr(list(model._base_manager.values_list()))


def cached():
    return repr(getattr(cache, "_cache", {}))


def files_with(*words):
    files = [file for file in Path(settings.DATA_DIR).rglob("*") if file.is_file()]
    return [file for file in files if has_any(file.read_text("latin-1"), words)]


def has_any(text, words):
    return any(word.casefold() in text.casefold() for word in words)
