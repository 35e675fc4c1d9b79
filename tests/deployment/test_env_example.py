"""``.env.example`` and the code must name the same settings."""

import os
import re
import sys

import pytest

from tests.deployment.dockerfile import ROOT
from tests.deployment.processes import finished
from tests.production import production_settings

pytestmark = pytest.mark.any_database

EXAMPLE = (ROOT / ".env.example").read_text()
SETTINGS = (ROOT / "psgsite" / "settings.py").read_text()

# What something other than the settings reads, and what that is.
READ_ELSEWHERE = {
    "MEDIA_DIR": "compose.yaml",
    "POSTGRES_PASSWORD": "compose.yaml",
    "WEB_CONCURRENCY": "gunicorn.conf.py",
}


def names_in_the_example(*, given=True, shown=True):
    """The names with a value, and those that only show their default behind a #."""
    marks = ("" if given else None, "# " if shown else None)
    return {
        name
        for mark, name in re.findall(r"^(# )?([A-Z_]+)=", EXAMPLE, re.MULTILINE)
        if mark in marks
    }


def names_in_the_settings():
    calls = r"""(?:value|flag|words)\(\s*["']([A-Z_]+)"""
    return set(re.findall(calls, SETTINGS))


def test_every_setting_of_the_site_is_in_the_example():
    assert "SECRET_KEY" in names_in_the_settings()
    assert names_in_the_settings() <= names_in_the_example()


def test_the_example_names_nothing_that_nobody_reads():
    assert names_in_the_example() - names_in_the_settings() == set(READ_ELSEWHERE)


@pytest.mark.parametrize(("name", "reader"), READ_ELSEWHERE.items())
def test_what_the_settings_do_not_read_something_else_does(name, reader):
    assert name in (ROOT / reader).read_text()


def test_everything_that_compose_asks_for_is_in_the_example():
    asked_for = re.findall(r"\$\{([A-Z_]+)", (ROOT / "compose.yaml").read_text())

    assert asked_for
    assert set(asked_for) <= names_in_the_example(shown=False)


def test_every_setting_is_explained():
    for block in re.split(r"\n{2,}", EXAMPLE):
        lines = block.splitlines()
        assert lines[0].startswith("# ") or not block, f"no comment above {lines[0]}"


def test_the_example_holds_no_secret():
    for name in [
        "SECRET_KEY",
        "ENCRYPTION_KEYS",
        "POSTGRES_PASSWORD",
        "EMAIL_PASSWORD",
    ]:
        assert f"\n{name}=\n" in EXAMPLE


def settings_with(tmp_path, **more):
    """Load the settings with the example's values; return how that ended."""
    values = dict(re.findall(r"^([A-Z_]+)='?(.*?)'?$", EXAMPLE, re.MULTILINE))
    values |= {"PATH": os.environ["PATH"], "DATA_DIR": str(tmp_path)} | more
    check = [sys.executable, "-W", "error", "manage.py", "check", "--deploy"]
    return finished(*check, cwd=ROOT, env=values)


def test_the_example_needs_a_secret_before_the_site_starts(tmp_path):
    result = settings_with(tmp_path)

    assert result.returncode != 0
    assert "SECRET_KEY is missing or too short" in result.stderr


def test_the_example_needs_a_key_to_encrypt_with_before_the_site_starts(tmp_path):
    result = settings_with(tmp_path, **production_settings() | {"ENCRYPTION_KEYS": ""})

    assert result.returncode != 0
    assert "ENCRYPTION_KEYS is missing" in result.stderr


def test_the_example_is_safe_for_production_once_filled_in(tmp_path):
    result = settings_with(tmp_path, **production_settings())

    assert result.returncode == 0, result.stderr
    # W019 would have no page in a frame; the admin shows its previews in one.
    assert set(re.findall(r"\((\w+\.\w\d+)\)", result.stderr)) <= {"security.W019"}


def test_the_operators_find_every_setting_in_their_table():
    table = (ROOT / "docs" / "operators" / "deploy.md").read_text()

    for name in names_in_the_example():
        assert re.search(rf"^\|.*`{name}`", table, re.MULTILINE), name
