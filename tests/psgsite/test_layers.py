"""Imports go one way: the floor knows no app, and rooms don't know each other."""

import ast
from pathlib import Path

import pytest

pytestmark = pytest.mark.any_database

APPS = {"psgsite", "home", "news", "about", "search", "tests", "benchmarks"}
ROOF = {"settings", "urls", "wsgi", "health"}
MAY_IMPORT = {
    "psgsite": {"psgsite"},
    "news": {"psgsite", "news"},
    "about": {"psgsite", "about"},
    "home": {"psgsite", "news", "about", "home"},
    "search": {"psgsite", "search"},
}


def imported_apps(file):
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]
        elif isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)


@pytest.mark.parametrize("app", MAY_IMPORT)
def test_an_app_imports_only_what_is_below_it(app):
    files = [file for file in Path(app).rglob("*.py") if file.stem not in ROOF]

    assert files
    for file in files:
        wrong = APPS & set(imported_apps(file)) - MAY_IMPORT[app]
        assert not wrong, f"{file} imports {wrong}"


@pytest.mark.parametrize("name", ["utils", "helpers", "common", "core"])
def test_no_module_has_a_name_that_says_nothing(name):
    found = [file for app in APPS for file in Path(app).rglob(f"{name}*")]

    assert not found
