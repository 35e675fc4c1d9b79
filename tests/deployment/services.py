"""Reads what compose.yaml says of its services."""

import re

import yaml

from tests.deployment.dockerfile import ROOT

TEXT = (ROOT / "compose.yaml").read_text()
SERVICES = yaml.safe_load(TEXT)["services"]


def commands_of(service: str) -> list[str]:
    """What follows ``manage.py`` in the command of a service, each time."""
    return site_commands(" ".join(SERVICES[service]["command"]))


def site_commands(text: str) -> list[str]:
    found = re.findall(r"python manage\.py ([^&;|\n]+)", text)
    return [command.strip() for command in found]
