"""Reads the project's Dockerfile: as much of the format as that file uses."""

import re
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
DOCKERFILE = ROOT / "Dockerfile"
KNOWN = {
    "FROM", "ENV", "WORKDIR", "COPY", "RUN", "USER", "VOLUME", "EXPOSE", "HEALTHCHECK",
    "CMD",
}  # fmt: skip


class Instruction(NamedTuple):
    name: str
    rest: str


def stages(text: str | None = None) -> list[list[Instruction]]:
    """Return the instructions of each stage, in order; a stage begins with its FROM.

    Continued lines are joined. Raises ValueError for an instruction not in KNOWN.
    """
    text = DOCKERFILE.read_text() if text is None else text
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    found: list[list[Instruction]] = []
    for line in re.sub(r"\\\n\s*", "", "\n".join(lines)).splitlines():
        if not line.strip():
            continue
        instruction = Instruction(*line.split(maxsplit=1))
        if instruction.name not in KNOWN:
            raise ValueError(f"the reader of the Dockerfile must learn {line!r}")
        if instruction.name == "FROM":
            found.append([])
        found[-1].append(instruction)
    return found


def all_of(name: str, stage: list[Instruction]) -> list[str]:
    return [instruction.rest for instruction in stage if instruction.name == name]


def only(name: str, stage: list[Instruction]) -> str:
    """What follows the one instruction of that name; ValueError if not exactly one."""
    [rest] = all_of(name, stage)
    return rest


def enters_the_image(path: str) -> bool:
    """Whether .dockerignore lets ``path``, relative to the root, into the image.

    The last rule that fits the path or a folder above it decides, as in Docker.
    """
    parts = Path(path).parts
    heads = ["/".join(parts[: n + 1]) for n in range(len(parts))]
    enters = True
    for rule in (ROOT / ".dockerignore").read_text().splitlines():
        pattern = rule.removeprefix("!")
        if (
            pattern
            and not pattern.startswith("#")
            and any(fits(pattern, h) for h in heads)
        ):
            enters = rule.startswith("!")
    return enters


def fits(pattern: str, path: str) -> bool:
    any_depth = pattern.startswith("**/")
    pattern = re.escape(pattern.removeprefix("**/")).replace(r"\*", "[^/]*")
    return bool(re.fullmatch(("(?:.*/)?" if any_depth else "") + pattern, path))
