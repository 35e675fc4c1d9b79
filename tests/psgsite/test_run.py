"""What ``manage.py run`` does beside serving the site."""

import pytest

from psgsite.management.commands import run

pytestmark = pytest.mark.any_database


class Stop(Exception):  # noqa: N818 - nothing went wrong
    pass


def test_does_what_is_scheduled_every_minute_whatever_fails(monkeypatch, caplog):
    done = []

    def publish():
        done.append("published")
        if len(done) == 1:
            raise OSError("the disk is full")

    def sleep(seconds):
        done.append(seconds)
        if len(done) == 4:
            raise Stop

    monkeypatch.setattr(run, "publish_due", publish)
    monkeypatch.setattr(run.time, "sleep", sleep)
    monkeypatch.setattr(run.connection, "close", lambda: None)

    with pytest.raises(Stop):
        run.publish_every_minute()

    assert done == ["published", 60, "published", 60]
    assert "the disk is full" in caplog.text
