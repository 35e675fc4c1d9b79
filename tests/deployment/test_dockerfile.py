"""What the Dockerfile promises; test_image_commands.py carries it out."""

import json
import re
import sys
from pathlib import Path

import pytest

from tests.deployment.dockerfile import (
    DOCKERFILE,
    ROOT,
    all_of,
    enters_the_image,
    only,
    stages,
)
from tests.deployment.processes import finished

pytestmark = pytest.mark.any_database

HADOLINT = Path(sys.executable).with_name("hadolint")


def test_hadolint_finds_nothing_and_is_told_to_overlook_nothing():
    result = finished(HADOLINT, DOCKERFILE)

    assert (result.returncode, result.stdout) == (0, "")
    assert "hadolint ignore" not in DOCKERFILE.read_text()
    assert not list(ROOT.glob(".hadolint.y*ml"))


def test_packages_are_checked_against_their_hashes_and_never_compiled():
    [install] = [run for run in all_of("RUN", stages()[0]) if "pip install" in run]

    assert "--require-hashes" in install
    assert "--only-binary :all:" in install


def test_the_final_stage_has_no_build_tools():
    commands = " ".join(all_of("RUN", stages()[-1]))

    assert "useradd" in commands
    assert not re.search(r"\b(apt|apt-get|gcc|make|pip|curl)\b", commands)


def test_the_site_does_not_run_as_root():
    uid, gid = only("USER", stages()[-1]).split(":")

    assert int(uid) > 0
    assert int(gid) > 0


def test_the_static_files_are_not_in_the_folder_of_the_data():
    environment = " ".join(all_of("ENV", stages()[-1])).split()

    assert "STATIC_ROOT=/app/static" in environment
    assert "DATA_DIR=/data" in environment
    assert only("VOLUME", stages()[-1]) == "/data"


def test_no_secret_is_kept_in_the_image():
    kept = [rest for stage in stages() for rest in all_of("ENV", stage)]

    assert kept
    assert not re.search(r"SECRET|PASSWORD|TOKEN", " ".join(kept))


def test_docker_can_ask_whether_the_site_is_well():
    _, _, command = only("HEALTHCHECK", stages()[-1]).partition(" CMD ")

    assert json.loads(command)[0] == "python"
    assert "http://127.0.0.1:8000/healthz" in command


def test_gunicorn_itself_gets_the_signal_to_stop():
    """In exec form there is no shell between Docker and gunicorn."""
    assert json.loads(only("CMD", stages()[-1]))[0] == "gunicorn"


@pytest.mark.parametrize(
    "app", sorted(path.parent.name for path in ROOT.glob("*/apps.py"))
)
def test_every_app_enters_the_image(app):
    assert enters_the_image(f"{app}/apps.py")


@pytest.mark.parametrize(
    "path",
    [
        "docs/editors.md",
        "docs/editors/drafts.md",
        "docs/screenshots/editors/home.webp",
    ],
)
def test_the_handbook_that_the_admin_shows_enters_the_image(path):
    assert (ROOT / path).exists()
    assert enters_the_image(path)


@pytest.mark.parametrize(
    "path",
    [
        ".env",
        ".git/config",
        ".venv/bin/python",
        "docs/developers/guide.md",
        "docs/screenshots/home.webp",
        "home/__pycache__/models.cpython-313.pyc",
        "tests/conftest.py",
        "var/db.sqlite3",
        "new-thing.txt",
    ],
)
def test_nothing_else_enters_the_image(path):
    assert not enters_the_image(path)
