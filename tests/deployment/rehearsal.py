"""Carries out the Dockerfile in a folder, for machines where no container can run.

The folder stands for the image's root: /app in a command becomes FOLDER/app. The base
image, its user and the walls of a container are not there; the commands are the same.
"""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from string import Template

from tests.deployment.dockerfile import ROOT, enters_the_image, only, stages

# The folders of the image that the Dockerfile and compose.yaml speak of.
MAPPED = re.compile(r"(?<![\w./-])/(?=(?:app|data|opt/venv|tmp)(?![\w-]))")
# Commands that would change this machine; the folder needs no user of its own.
LEFT_OUT = ("groupadd",)


class Rehearsal:
    """``build()`` it first; ``run()`` and ``start()`` then do as in the image."""

    def __init__(self, folder: Path):
        self.root = folder / "image"
        self.left_out: list[str] = []
        # `python` outside any venv is the one that runs the tests.
        self.tools = folder / "tools"
        self.tools.mkdir()
        python = self.tools / "python"
        python.write_text(f'#!/bin/sh\nexec {Path(sys.executable).resolve()} "$@"\n')
        python.chmod(0o755)

    def build(self):
        for number, stage in enumerate(stages()):
            if number:
                # So the last stage has what it copies, and nothing else.
                self.root.rename(self.root.with_name("builder"))
            self.environment = machine_environment(self.tools)
            self.workdir = self.root
            for folder in ("app", "data", "tmp", "opt"):
                (self.root / folder).mkdir(parents=True)
            for name, rest in stage:
                getattr(self, f"do_{name.lower()}", lambda rest: None)(rest)
        self.command = json.loads(only("CMD", stage))
        self.environment["HOME"] = str(self.root / "data")

    def do_env(self, rest):
        for word in shlex.split(self.here(rest)):
            name, _, value = word.partition("=")
            self.environment[name] = Template(value).substitute(self.environment)

    def do_workdir(self, rest):
        self.workdir = Path(self.here(rest))

    def do_copy(self, rest):
        *options, source, target = rest.split()
        if options:
            assert options == ["--from=builder"], options
            assert source == target, "a venv works only where it was made"
            built = self.root.with_name("builder") / source.removeprefix("/")
            shutil.copytree(built, self.here(target), symlinks=True, dirs_exist_ok=True)
            return
        paths = [path for path in project_files() if source in (".", path)]
        assert paths, f"nothing to copy: {source}"
        for path in paths:
            copy = self.workdir / path
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / path, copy)

    def do_run(self, rest):
        if rest.startswith(LEFT_OUT):
            self.left_out.append(rest)
        else:
            self.run("sh", "-c", rest)

    def here(self, text: str) -> str:
        return MAPPED.sub(lambda _: f"{self.root}/", text)

    def run(self, *command: str, **more: str) -> str:
        """Return what ``command`` printed; AssertionError, with all of it, if it fails."""
        process = self.start(*command, **more)
        output, _ = process.communicate(timeout=300)
        assert process.returncode == 0, f"{command} failed:\n{output}"
        return output

    def start(self, *command: str, **more: str) -> subprocess.Popen:
        """Start ``command`` in the image's folder; ``more`` is added to its environment."""
        environment = self.environment | more
        first, *others = map(self.here, command)
        return subprocess.Popen(
            [shutil.which(first, path=environment["PATH"]) or first, *others],
            cwd=self.workdir,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )


def project_files() -> list[str]:
    """Every file that Docker would be given, relative to the root of the project."""
    tops = [top for top in ROOT.iterdir() if enters_the_image(top.name)]
    files = [file for top in tops for file in (top, *top.rglob("*")) if file.is_file()]
    paths = [file.relative_to(ROOT).as_posix() for file in files]
    return [path for path in paths if enters_the_image(path)]


def machine_environment(tools: Path) -> dict[str, str]:
    """This machine's environment (pip's settings too), less what configures the site."""
    ours = re.findall(
        r"^(?:# )?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE
    )
    ours += ["DJANGO_SETTINGS_MODULE", "PYTHONPATH", "VIRTUAL_ENV", "GUNICORN_CMD_ARGS"]
    kept = {name: value for name, value in os.environ.items() if name not in ours}
    return kept | {"PATH": f"{tools}:{os.environ['PATH']}"}
