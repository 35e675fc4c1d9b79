"""Someone joins, is answered, asks to be forgotten, and is: on the database of this run."""

import os
import re
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg
import pytest
from playwright.sync_api import expect

from tests import smtp_server
from tests.browser.conftest import environment_of, manage, serve
from tests.browser.newsroom import WORK
from tests.browser.signing_in import sign_in
from tests.production import production_settings

pytestmark = pytest.mark.slow

NAME, ADDRESS, STREET = "Ana Quispe Huamán", "ana.quispe@example.org", "7 Secret Row"
WORDS = ["Quispe", "ana.quispe@", "Secret Row"]
# What even the quickest reader takes, in milliseconds.
LOOKING = 3200

SET_UP = """
from psgsite.models import OrganisationSettings
from tests import factories
factories.user("Membership", username="luz", email="luz@example.org")
OrganisationSettings.objects.update(email="office@example.org")
"""
LOOK = f"""
from tests.about.joining.whereabouts import models_with, tables_with
print("READABLE", sorted(tables_with(*{WORDS})), "WITH THE KEY", sorted(models_with(*{WORDS})))
"""


@pytest.fixture
def database():
    """The address of an empty database beside that of this run; "" for a file."""
    server = os.environ.get("DATABASE_URL", "")
    if not server.startswith("postgres"):
        yield ""
        return
    name = f"member_{uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        yield urlsplit(server)._replace(path=f"/{name}").geturl()
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


class Site:
    def __init__(self, folder, url, environment, mails):
        self.folder, self.url, self.environment = folder, url, environment
        self.mails = mails

    def mails_to(self, address):
        manage(WORK, self.environment)
        return [mail for mail in self.mails if mail["To"] == address]

    def look(self):
        """Which tables and models have anything of the person."""
        said = manage(["shell", "--verbosity=0", "--command", LOOK], self.environment)
        return re.search(r"READABLE (.*) WITH THE KEY (.*)", said).groups()

    def files(self):
        """The files of the site that have anything of the person: database, cache, log."""
        found = [file for file in self.folder.rglob("*") if file.is_file()]
        texts = {file: file.read_bytes() for file in found}
        return [
            file.name
            for file, text in texts.items()
            if any(word.encode() in text for word in WORDS)
        ]

    def dump(self):
        """A backup of all that the database has."""
        return manage(["dumpdata"], self.environment)


@pytest.fixture
def site(tmp_path, database):
    with smtp_server.running() as mail:
        settings = production_settings() | {"DATABASE_URL": database}
        settings |= {"EMAIL_HOST": "127.0.0.1", "EMAIL_PORT": str(mail.port)}
        commands = [["migrate"], ["setup_site"], ["shell", "--command", SET_UP]]
        server = ["-m", "gunicorn", "--access-logfile=-", "--bind"]
        with serve(tmp_path, settings, server, commands) as (url, _):
            yield Site(
                tmp_path, url, environment_of(tmp_path, settings, url), mail.mails
            )


def test_a_member_from_the_form_to_the_last_trace(site, browser):
    reader = browser.new_context().new_page()
    join(reader, site)
    assert site.look() == ("[]", "['enquiry', 'outgoingmail', 'subscriber']")

    thanks, confirm = sorted(site.mails_to(ADDRESS), key=lambda mail: mail["Subject"])[
        ::-1
    ]
    assert "Thank you" in thanks["Subject"]
    confirm_newsletter(reader, confirm)
    [notice] = site.mails_to("office@example.org")
    assert not any(word in notice.as_string() for word in WORDS)
    assert site.look() == ("[]", "['enquiry', 'subscriber']")

    luz = browser.new_context().new_page()
    luz.goto(re.search(r"http\S+", notice.get_content())[0])
    sign_in(luz, "luz", "a long password")
    assert NAME in exported(luz)
    assert not any(word in site.dump() for word in WORDS)

    erase(luz, site)
    assert site.look() == ("[]", "[]")
    assert site.files() == []


def join(reader, site):
    reader.goto(f"{site.url}/join/")
    reader.get_by_label("Your name").fill(NAME)
    reader.get_by_label("E-mail address").fill(ADDRESS)
    reader.get_by_label("Postal address").fill(f"{STREET}\nLeeds")
    reader.get_by_label("Individual").check()
    reader.get_by_label("The newsletter").check()
    reader.wait_for_timeout(LOOKING)
    reader.get_by_role("button", name="Become a member").click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Thank you")


def confirm_newsletter(reader, mail):
    reader.goto(re.search(r"http\S+/confirm/\S+", mail.get_content())[0])
    reader.get_by_role("main").get_by_role("button").click()
    expect(reader).to_have_url(re.compile("/confirmed/$"))


def exported(luz):
    """What the file for a spreadsheet says, once the list shows who wrote."""
    expect(luz.get_by_role("link", name=NAME)).to_be_visible()
    with luz.expect_download() as download:
        luz.get_by_role("link", name="Download as CSV").click()
    return download.value.path().read_text()


def erase(luz, site):
    luz.get_by_role("link", name="One person’s data").click()
    luz.get_by_label("E-mail").fill(ADDRESS)
    luz.get_by_role("button", name="Look up").click()
    expect(luz.get_by_text(STREET)).to_be_visible()
    luz.get_by_role("button", name="Erase").click()
    luz.get_by_role("button", name="Yes, erase it all").click()
    expect(luz.locator(".messages")).to_contain_text("rased")
