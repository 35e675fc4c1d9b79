"""A real browser, and the site as ``make run`` serves it, with its sample content."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections import namedtuple
from urllib.request import urlopen

import pytest

from tests.conftest import skip_loudly

Site = namedtuple("Site", "url password")

# Keeps Chromium from calling home, and lets it run as root in a container.
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
]


@pytest.fixture(scope="session")
def browser_type_launch_args():
    names = ("chromium", "chromium-browser", "google-chrome")
    found = [path for name in names if (path := shutil.which(name))]
    if not found:
        skip_loudly("Chromium", "apt-get install chromium")
    return {"executable_path": found[0], "args": QUIET}


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """A new site of its own, served until the tests have ended."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    folder = tmp_path_factory.mktemp("site")
    environment = {
        name: v for name, v in os.environ.items() if name != "DATABASE_URL"
    } | {
        "DEBUG": "1",
        "DATA_DIR": str(folder),
        "BASE_URL": f"http://{address}",
        "PYTHONUNBUFFERED": "1",
    }

    def manage(*command):
        return [sys.executable, "manage.py", *command]

    for command in (
        ["migrate", "--verbosity", "0"],
        ["setup_site", "--verbosity", "0"],
    ):
        subprocess.run(
            manage(*command), env=environment, check=True, capture_output=True
        )
    log = folder / "log"
    with log.open("w") as output:
        server = subprocess.Popen(
            manage("run", address), env=environment, stdout=output, stderr=output
        )
    try:
        wait_for(f"http://{address}/healthz")
        password = re.search(r"one-time password: (\S+)", log.read_text())[1]
        yield Site(f"http://{address}", password)
    finally:
        server.terminate()
        server.wait(10)


def wait_for(url):
    for _ in range(100):
        try:
            return urlopen(url, timeout=2)
        except OSError:
            time.sleep(0.3)
    raise TimeoutError(f"Nothing answers at {url}")
