"""What Lighthouse, as a phone on a slow line, makes of the site as production serves it."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.browser.conftest import QUIET
from tests.conftest import skip_loudly

pytestmark = [
    pytest.mark.any_database,
    pytest.mark.slow,
]

LIGHTHOUSE = Path(".ci/node_modules/.bin/lighthouse")
INSTALL = "npm install --no-save --prefix .ci lighthouse@13.5.0"

# Performance is a figure of this machine, on this day: .ci/run shows it, and nothing fails.
FIGURES = Path(".ci/lighthouse.txt")


def scores(url, browser, *options):
    """Lighthouse's scores of a page from 0 to 100, and what it found wrong."""
    result = run(url, browser, *options)
    if result.returncode:
        # On a busy machine it loses its browser now and then, and says nothing of the page.
        result = run(url, browser, *options)
    assert result.returncode == 0, result.stderr
    report = json.loads(result.stdout)
    faults = [a["title"] for a in report["audits"].values() if a["score"] == 0]
    found = {n: round(c["score"] * 100) for n, c in report["categories"].items()}
    return found, faults


def run(url, browser, *options):
    return subprocess.run(
        [
            LIGHTHOUSE,
            url,
            "--output=json",
            "--quiet",
            "--only-categories=performance,accessibility,best-practices,seo",
            f"--chrome-flags=--headless {' '.join(QUIET)}",
            *options,
        ],
        env=os.environ | {"CHROME_PATH": browser},
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )


@pytest.mark.parametrize(
    ("address", "options"),
    [
        ("/", []),
        ("/news/", []),
        ("/news/regional-elections-in-puno/", []),
        ("/search/", []),
        # Search engines must not list what somebody searched for.
        ("/search/?query=elections", ["--skip-audits=is-crawlable"]),
    ],
)
def test_a_page_has_full_marks(production, browser_type_launch_args, address, options):
    if not LIGHTHOUSE.exists() or not shutil.which("node"):
        skip_loudly("Lighthouse", INSTALL)
    browser = browser_type_launch_args["executable_path"]

    found, faults = scores(production + address, browser, *options)

    with FIGURES.open("a") as file:
        file.write(f"{address}: performance {found.pop('performance')}\n")
    assert found == {"accessibility": 100, "best-practices": 100, "seo": 100}, faults
