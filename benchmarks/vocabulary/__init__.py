"""The words that a corpus is made of, as TOML files."""

import tomllib
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


@cache
def read(name):
    """The contents of a file of this folder, given without its ending."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def happenings():
    names = sorted(path.stem for path in FOLDER.glob("happenings_*.toml"))
    return [happening for name in names for happening in read(name)["happening"]]
