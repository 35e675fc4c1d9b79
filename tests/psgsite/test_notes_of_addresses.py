"""How missed addresses are noted and counted, within limits, and forgotten."""

import json
import logging
from datetime import timedelta
from io import StringIO

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect

from psgsite.addresses import models, notebook
from psgsite.addresses.models import MissingAddress
from tests import factories
from tests.psgsite.missing import kept

pytestmark = pytest.mark.django_db


def test_no_reader_waits_for_the_database_to_count(ask):
    ask("/lost/")
    with CaptureQueriesContext(connection) as captured:
        ask("/lost/")

    assert len(captured) <= 8
    assert not [q for q in captured if not q["sql"].startswith("SELECT")]


def test_a_flood_is_not_counted(ask, monkeypatch):
    monkeypatch.setattr(notebook, "recent", notebook.deque(maxlen=3))
    monkeypatch.setattr(notebook, "MOST_A_MINUTE", 3)
    for _ in range(5):
        ask("/lost/")

    assert kept() == {"/lost": 3}


def test_the_file_of_notes_does_not_grow_for_ever(ask, monkeypatch):
    monkeypatch.setattr(notebook, "MOST_BYTES", 1)
    ask("/lost/")
    ask("/lost/again/")

    assert kept() == {"/lost": 1}


def test_readers_get_their_answer_when_nothing_can_be_written(ask, settings, caplog):
    settings.DATA_DIR = settings.DATA_DIR / "gone"

    assert ask("/lost/").status_code == 404
    assert "could not be noted" in caplog.text


def test_a_line_that_was_cut_off_is_skipped(ask):
    ask("/lost/")
    with notebook.notebook().open("a") as file:
        file.write('[17000000, "/cu')

    assert kept() == {"/lost": 1}
    assert kept() == {"/lost": 1}


def noted(address, times=1, days_ago=0, **fields):
    asked = timezone.now() - timedelta(days=days_ago)
    return MissingAddress.objects.create(
        address=address, times=times, first_asked=asked, last_asked=asked, **fields
    )


def test_what_is_asked_for_least_and_longest_ago_gives_way(ask, monkeypatch):
    monkeypatch.setattr(models, "MOST", 3)
    noted("/often", times=9, days_ago=50)
    noted("/old", days_ago=40)
    noted("/newer", days_ago=30)
    noted("/set-aside", days_ago=60, is_unwanted=True)
    ask("/lost/")
    ask("/lost/too/")

    assert kept().keys() == {"/often", "/set-aside", "/lost", "/lost/too"}


def forget(capsys, *options):
    call_command("forget_addresses", *options)
    return capsys.readouterr().out


def test_addresses_are_forgotten_when_nobody_asks_any_more(ask, capsys):
    noted("/old", days_ago=91, times=99)
    noted("/new", days_ago=89)
    ask("/lost/")

    assert "1 old" in forget(capsys)
    assert kept().keys() == {"/new", "/lost"}
    assert "0 old" in forget(capsys)
    assert "2 old" in forget(capsys, "--older-than", "0")
    assert kept() == {}


def test_addresses_that_lead_on_by_now_are_forgotten(ask, news, capsys):
    factories.article(news, slug="verdict-due")
    Redirect.objects.create(old_path="/Lost.html", redirect_page=news)
    for address in ("/news/verdict-due", "/lost", "/lost?id=3", "/still-lost"):
        noted(address)

    assert "3 that lead on" in forget(capsys)
    assert kept().keys() == {"/still-lost"}


def test_a_number_of_days_below_nothing_is_not_taken(capsys):
    with pytest.raises(CommandError, match="give a number of days"):
        forget(capsys, "--older-than", "-1")


@pytest.fixture
def log():
    """What the site writes to its log."""
    handler = next(each for each in logging.root.handlers if each.name == "stderr")
    stream = StringIO()
    usual = handler.setStream(stream)
    yield stream
    handler.setStream(usual)


def test_a_missing_page_is_no_error_that_is_mailed_or_logged(
    ask, client, settings, log
):
    settings.ADMINS = [("Ana", "ana@example.org")]
    ask("/jane@example.org/")
    ask("/jane-smith/")
    client.post("/news/")

    assert not mail.outbox
    assert "Method Not Allowed (POST): /news/" in log.getvalue()
    assert "jane" not in log.getvalue()


def test_notes_hold_no_more_than_they_say(ask):
    ask("/lost/?user=jane", referer="https://example.org/?user=jane", cookie="a=jane")

    (line,) = notebook.notebook().read_text().splitlines()
    seconds, address, referrer = json.loads(line)
    assert isinstance(seconds, int)
    assert (address, referrer) == ("/lost", "example.org")
