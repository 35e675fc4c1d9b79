"""The settings, as a process of its own reads them."""

import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.any_database

KEY = "Zm9yIHRlc3RzIG9ubHksIGJ1dCAzMiBieXRlcyBsb24="
PRODUCTION = {
    "SECRET_KEY": "8Jc4v-f0rTests0nly-Zq2mX7wLr9sTn3bKd6hPy1uEoAaGiVx5",
    "ENCRYPTION_KEYS": KEY,
    "BASE_URL": "https://www.example.org",
    "ALLOWED_HOSTS": "www.example.org",
}


def manage(*command, tmp_path, **environment):
    """Run manage.py with this environment alone, and return what came of it."""
    inherited = {
        name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ
    }
    return subprocess.run(
        [sys.executable, "manage.py", *command],
        env=inherited | {"DATA_DIR": str(tmp_path)} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_passes_the_check_for_deployment(tmp_path):
    result = manage(
        "check", "--deploy", "--fail-level", "WARNING", tmp_path=tmp_path, **PRODUCTION
    )

    assert result.returncode == 0, result.stderr
    assert "no issues (0 silenced)" in result.stdout


@pytest.mark.parametrize("key", ["", "short", "a" * 60, "only-for-development"])
def test_production_does_not_start_without_a_real_secret_key(tmp_path, key):
    result = manage("check", tmp_path=tmp_path, **PRODUCTION | {"SECRET_KEY": key})

    assert result.returncode != 0
    assert "SECRET_KEY is missing or too short" in result.stderr
    assert "secrets.token_urlsafe(64)" in result.stderr


def test_production_does_not_start_without_a_key_to_encrypt_with(tmp_path):
    result = manage("check", tmp_path=tmp_path, **PRODUCTION | {"ENCRYPTION_KEYS": ""})

    assert result.returncode != 0
    assert "ENCRYPTION_KEYS is missing" in result.stderr
    assert "secrets.token_bytes(32)" in result.stderr


@pytest.mark.parametrize("keys", ["no-key-at-all", f"{KEY} no-key-at-all"])
def test_what_is_no_key_is_found_by_the_check(tmp_path, keys):
    result = manage(
        "check", tmp_path=tmp_path, **PRODUCTION | {"ENCRYPTION_KEYS": keys}
    )

    assert result.returncode != 0
    assert "in ENCRYPTION_KEYS is no key" in result.stderr
    assert "no-key-at-all" not in result.stderr


def test_keys_are_taken_with_a_comma_or_a_space_between_them(tmp_path):
    for between in (",", " ", ", "):
        keys = {"ENCRYPTION_KEYS": f"{KEY}{between}{KEY}"}
        result = manage("check", tmp_path=tmp_path, **PRODUCTION | keys)

        assert result.returncode == 0, result.stderr


def test_development_needs_no_settings(tmp_path):
    result = manage("check", tmp_path=tmp_path, DEBUG="1")

    assert result.returncode == 0, result.stderr


def test_a_switch_that_is_neither_on_nor_off_is_named(tmp_path):
    result = manage("check", tmp_path=tmp_path, DEBUG="maybe")

    assert result.returncode != 0
    assert "DEBUG is 'maybe': write 1 for on or 0 for off." in result.stderr


def test_no_model_has_changed_without_a_migration(tmp_path):
    result = manage(
        "makemigrations", "--check", "--dry-run", tmp_path=tmp_path, DEBUG="1"
    )

    assert result.returncode == 0, result.stdout


def test_the_folder_of_the_cache_holds_more_than_a_few_hundred_things(tmp_path):
    code = (
        "from django.core.cache import cache\n"
        "cache.set_many({str(n): n for n in range(400)})\n"
        "print(len(cache.get_many(map(str, range(400)))))"
    )

    result = manage("shell", "-v0", "-c", code, tmp_path=tmp_path, DEBUG="1")

    assert result.stdout == "400\n", result.stderr


def test_redis_is_given_no_options_that_it_does_not_know(tmp_path):
    # The connection is made when it is first used, and there is nobody at this port.
    code = (
        "from django.core.cache import cache\n"
        "from redis.exceptions import ConnectionError\n"
        "try: cache.get('nothing')\n"
        "except ConnectionError: print('asked')"
    )
    address = "redis://127.0.0.1:1/0"

    result = manage(
        "shell", "-v0", "-c", code, tmp_path=tmp_path, DEBUG="1", REDIS_URL=address
    )

    assert result.stdout == "asked\n", result.stderr
