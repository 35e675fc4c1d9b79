"""A file in which each missed address is a line, until somebody looks.

A reader of a page that isn't there waits for no database: not for a long write of
another, nor when somebody asks for thousands of addresses that never were.
"""

import json
import logging
import time
from collections import deque
from datetime import UTC, datetime
from uuid import uuid4

from django.conf import settings

from psgsite.addresses.models import MissingAddress
from psgsite.addresses.readers import Missed

logger = logging.getLogger(__name__)

MOST_A_MINUTE = 60  # of one process
MOST_BYTES = 2_000_000

recent: deque[float] = deque(maxlen=MOST_A_MINUTE)


def notebook():
    return settings.DATA_DIR / "missed-addresses.jsonl"


def note(missed: Missed) -> None:
    if not is_room():
        return
    line = json.dumps([int(time.time()), *missed])
    try:
        # Short lines that are added to a file don't mix, however many processes do it.
        with notebook().open("a") as file:
            if file.tell() < MOST_BYTES:
                file.write(f"{line}\n")
    except OSError as error:
        logger.warning("An address that wasn't found could not be noted: %s", error)


def is_room():
    now = time.monotonic()
    if len(recent) == MOST_A_MINUTE and now - recent[0] < 60:
        return False
    recent.append(now)
    return True


def collect() -> None:
    """Add what was noted to the database, and begin a new file."""
    taken = notebook().with_suffix(f".{uuid4().hex}")
    try:
        notebook().rename(taken)
    except FileNotFoundError:
        return
    notes = list(read(taken))
    taken.unlink()
    MissingAddress.objects.add(notes)


def read(file):
    """Yield (time, address, referrer). A line that was cut off, as on a full disk, is skipped."""
    for line in file.read_text().splitlines():
        try:
            seconds, address, referrer = json.loads(line)
        except ValueError:
            continue
        yield datetime.fromtimestamp(seconds, UTC), address, referrer
