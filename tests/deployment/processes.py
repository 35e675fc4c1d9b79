"""Starts programs for the tests of this folder, and waits for them."""

import subprocess
import time


def finished(*command, **options) -> subprocess.CompletedProcess:
    """Run ``command`` to its end; what it printed is text, and failing is no error."""
    return subprocess.run(command, capture_output=True, text=True, **options)


def wait_until(is_so, *, seconds=60):
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.05)
