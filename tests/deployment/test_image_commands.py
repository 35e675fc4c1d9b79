"""The Dockerfile's commands, carried out; slow, because everything is installed.

This shows that they work together in a clean folder. It doesn't test the base image, nor
what a container adds: `make image-check` builds a real image.
"""

import re
import signal
import socket
from contextlib import contextmanager
from urllib.request import urlopen

import pytest

from tests.deployment.processes import wait_until
from tests.deployment.rehearsal import Rehearsal
from tests.deployment.services import SERVICES, commands_of
from tests.production import production_settings

# One group: with several workers, one of them installs, not each.
pytestmark = [
    pytest.mark.any_database,
    pytest.mark.slow,
]

PAGES = [
    "/",
    "/news/",
    "/about/",
    "/aims/",
    "/historical-overview/",
    "/human-rights/",
    "/join/",
    "/search/?query=peru",
    "/admin/login/",
    "/sitemap.xml",
    "/robots.txt",
    "/healthz",
]


@pytest.fixture(scope="module")
def image(tmp_path_factory):
    """The built image with a migrated database and the sample content."""
    image = Rehearsal(tmp_path_factory.mktemp("rehearsal"))
    image.build()
    image.environment |= production_settings()
    image.run(*SERVICES["migrate"]["command"])
    image.run("python", "manage.py", "setup_site")
    return image


@contextmanager
def running(image):
    """Start what CMD says, on a free port of this machine; give the process and address."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        host = f"127.0.0.1:{listener.getsockname()[1]}"
    command = [host if word == "0.0.0.0:8000" else word for word in image.command]
    assert command != image.command
    address = f"http://{host}"
    process = image.start(*command, BASE_URL=address)
    try:
        wait_until(lambda: process.poll() is not None or answers(f"{address}/healthz"))
        assert process.poll() is None, process.communicate()[0]
        yield process, address
    finally:
        process.terminate()
        process.communicate(timeout=60)


def answers(url):
    try:
        return urlopen(url, timeout=5).status == 200
    except OSError:  # refused, or too busy starting to answer
        return False


@pytest.fixture(scope="module")
def site(image):
    with running(image) as (_, address):
        yield address


def get(url):
    response = urlopen(url, timeout=30)
    return response, response.read().decode()


def test_all_but_the_making_of_the_user_was_carried_out(image):
    assert [command.split()[0] for command in image.left_out] == ["groupadd"]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_served(site, path):
    response, body = get(site + path)

    assert response.status == 200
    assert body.strip()


def test_the_search_finds_the_content(site):
    _, body = get(f"{site}/search/?query=decentralised")

    assert "Corruption besmirches <mark>decentralised</mark> government" in body


def test_a_static_file_may_be_kept_for_ever(site):
    _, home = get(f"{site}/")
    [stylesheet, *_] = re.findall(r'href="(/static/[^"]+\.[0-9a-f]{12}\.css)"', home)

    response, _ = get(site + stylesheet)

    [age] = re.findall(r"max-age=(\d+)", response.headers["Cache-Control"])
    assert int(age) >= 365 * 24 * 60 * 60
    assert "immutable" in response.headers["Cache-Control"]


def test_the_static_files_are_in_the_image_and_not_in_the_data(image):
    assert (image.root / "app" / "static" / "staticfiles.json").exists()
    assert not (image.root / "data" / "static").exists()


def test_the_migrate_service_can_run_again(image):
    assert "Nothing was missing" in image.run("python", "manage.py", "setup_site")


@pytest.mark.parametrize("command", commands_of("scheduler") + commands_of("daily"))
def test_what_is_done_now_and_then_can_be_done_in_the_image(image, command):
    image.run("python", "manage.py", *command.split())


def test_the_worker_starts_in_the_image_and_stops_cleanly_when_asked_to(image):
    worker = image.start(*SERVICES["worker"]["command"])
    first = worker.stdout.readline()

    worker.send_signal(signal.SIGTERM)
    output, _ = worker.communicate(timeout=60)

    assert "Starting worker" in first
    assert "shutting down gracefully" in output
    assert worker.returncode == 0


def test_stops_cleanly_when_asked_to(image):
    with running(image) as (process, _):
        process.send_signal(signal.SIGTERM)
        output, _ = process.communicate(timeout=60)

    assert process.returncode == 0
    assert "Shutting down" in output
    assert "[ERROR]" not in output
    assert not list((image.root / "data").rglob("gunicorn.ctl"))
