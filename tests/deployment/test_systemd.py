"""What the units of systemd promise: the same as the services of compose.yaml."""

import re

import pytest

from tests.deployment.dockerfile import ROOT
from tests.deployment.services import commands_of, site_commands

pytestmark = pytest.mark.any_database

UNITS = {file.name: file.read_text() for file in (ROOT / "deploy/systemd").iterdir()}
SERVICES = sorted(name for name in UNITS if name.endswith(".service"))


@pytest.mark.parametrize(
    ("unit", "service"),
    [("worker", "worker"), ("publish", "scheduler"), ("daily", "daily")],
)
def test_a_unit_does_what_the_service_of_compose_does(unit, service):
    assert commands_of(service)
    assert site_commands(UNITS[f"psgsite-{unit}.service"]) == commands_of(service)


def walls(unit):
    """All that a unit says from its folder for data on, which comes last."""
    return re.search(r"^StateDirectory=[^[]+", unit, re.MULTILINE)[0].strip()


@pytest.mark.parametrize("name", SERVICES)
def test_a_unit_can_do_no_more_than_the_site_itself(name):
    assert walls(UNITS[name]) == walls(UNITS["psgsite-web.service"])


def test_the_operators_are_told_to_enable_all_that_can_be():
    guide = (ROOT / "docs" / "operators" / "deploy.md").read_text()

    [enabled] = re.findall(r"^systemctl enable --now (.*)$", guide, re.MULTILINE)

    can_be = {name for name, text in UNITS.items() if "[Install]" in text}
    assert set(enabled.split()) == can_be
