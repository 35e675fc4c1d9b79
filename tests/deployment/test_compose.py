"""What compose.yaml promises about the services on the production machine."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.deployment.dockerfile import ROOT
from tests.deployment.processes import finished, wait_until
from tests.deployment.services import SERVICES, TEXT

pytestmark = pytest.mark.any_database

each_service = pytest.mark.parametrize("service", SERVICES.values(), ids=SERVICES)


def test_fits_the_schema_of_compose_files():
    checker = Path(sys.executable).with_name("check-jsonschema")

    result = finished(
        checker, "--builtin-schema", "vendor.compose-spec", ROOT / "compose.yaml"
    )

    assert result.returncode == 0, result.stdout


def test_only_the_site_can_be_reached_and_only_from_its_own_machine():
    published = {name: s["ports"] for name, s in SERVICES.items() if "ports" in s}

    assert published == {"web": ["127.0.0.1:8000:8000"]}


@each_service
def test_a_service_can_do_no_more_than_it_must(service):
    assert service["cap_drop"] == ["ALL"]
    assert "cap_add" not in service
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["read_only"] is True


@each_service
def test_a_service_that_should_run_is_started_again(service):
    ends_by_itself = service is SERVICES["migrate"]

    assert service["restart"] == ("no" if ends_by_itself else "unless-stopped")


@pytest.mark.parametrize("name", ["web", "worker", "scheduler", "daily"])
def test_nothing_runs_before_the_database_is_up_to_date(name):
    assert SERVICES[name]["depends_on"] == {
        "migrate": {"condition": "service_completed_successfully"}
    }
    assert SERVICES["migrate"]["depends_on"] == {"db": {"condition": "service_healthy"}}


@each_service
def test_no_secret_is_written_down(service):
    secrets = {
        name: value
        for name, value in service["environment"].items()
        if re.search(r"SECRET|KEYS|PASSWORD|DATABASE_URL", name)
    }

    assert secrets
    for name, value in secrets.items():
        assert re.search(r"\$\{\w+:\?[^}]+\}", value), f"{name} has a value of its own"


def test_a_missing_setting_stops_compose_with_a_sentence():
    variables = re.findall(r"(?<!\$)\$(?!\$)(.{0,40})", TEXT)

    assert variables
    for variable in variables:
        assert re.match(r"\{[A-Z_]+:\?\w+", variable), f"${variable} may be empty"


def test_the_processes_have_longer_to_stop_than_gunicorn_takes():
    gunicorn = {}
    exec((ROOT / "gunicorn.conf.py").read_text(), gunicorn)  # noqa: S102

    grace = SERVICES["web"]["stop_grace_period"]

    assert int(grace.removesuffix("s")) > gunicorn["graceful_timeout"]


def test_the_worker_itself_gets_the_signal_to_stop():
    """There is no shell between Docker and the command."""
    assert SERVICES["worker"]["command"][0] == "python"


class TestScheduler:
    """Its command, run for real with stand-ins for ``python`` and ``sleep``."""

    @pytest.fixture
    def calls(self, tmp_path):
        return tmp_path / "calls"

    @pytest.fixture
    def scheduler(self, tmp_path, calls):
        # The first attempt fails; the pause after each is short.
        put(
            tmp_path / "python",
            f'echo "$*" >> {calls}; test "$(wc -l < {calls})" -gt 1',
        )
        put(tmp_path / "sleep", "exec /bin/sleep 0.1")
        shell, option, script = SERVICES["scheduler"]["command"]
        script = script.replace("$$", "$").replace("/tmp/", f"{tmp_path}/")  # noqa: S108
        process = subprocess.Popen(
            [shell, option, script],
            env={"PATH": f"{tmp_path}:{os.environ['PATH']}"},
            stderr=subprocess.PIPE,
            text=True,
        )
        yield process
        process.kill()

    def test_publishes_and_sends_again_and_again_whatever_fails(
        self, scheduler, calls, tmp_path
    ):
        wait_until(lambda: calls.exists() and calls.read_text().count("\n") >= 4)
        scheduler.send_signal(signal.SIGTERM)

        _, errors = scheduler.communicate(timeout=30)

        publish, send = (
            "manage.py publish_scheduled",
            "manage.py send_waiting_mails --for=20",
        )
        assert calls.read_text().splitlines()[:4] == [publish, send] * 2
        assert errors.count("publish_scheduled failed") == 1
        assert (tmp_path / "published").exists()

    def test_ends_at_once_when_asked_to_stop(self, scheduler, tmp_path):
        put(tmp_path / "sleep", f"touch {tmp_path}/asleep; exec /bin/sleep 60")
        wait_until((tmp_path / "asleep").exists)

        scheduler.send_signal(signal.SIGTERM)

        assert scheduler.wait(timeout=30) == 0


def put(path, script):
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
