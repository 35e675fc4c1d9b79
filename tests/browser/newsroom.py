"""A site as in production, an editor and a publisher who write for it, and their post."""

import re
from contextlib import contextmanager
from dataclasses import dataclass

from tests import smtp_server
from tests.browser.conftest import environment_of, manage, serve
from tests.production import production_settings

PEOPLE = """
from tests import factories
rosa = {"first_name": "Rosa", "last_name": "Quispe", "email": "rosa@example.org"}
factories.user("Editors", username="rosa", **rosa)
ann = {"first_name": "Ann", "last_name": "Lee", "email": "ann@example.org"}
factories.user("Publishers", username="ann", **ann)
"""
WORK = ["db_worker", "--backend=background", "--batch", "--no-startup-delay"]


@dataclass
class Newsroom:
    url: str
    environment: dict
    mails: list

    def publish_what_is_due(self):
        """Run the job that a server runs every minute, and return what it says."""
        return manage(["publish_scheduled"], self.environment)

    def next_mail(self, reader):
        """Have what waits sent, and return the one mail that ``reader`` got by it."""
        manage(WORK, self.environment)
        [mail] = [each for each in self.mails if each["To"] == f"{reader}@example.org"]
        self.mails.clear()
        return mail


@contextmanager
def running(folder):
    with smtp_server.running() as server:
        settings = production_settings()
        settings |= {"EMAIL_HOST": "127.0.0.1", "EMAIL_PORT": str(server.port)}
        people = [["shell", "--command", PEOPLE]]
        with serve(folder, settings, ["-m", "gunicorn", "--bind"], people) as (url, _):
            environment = environment_of(folder, settings, url)
            yield Newsroom(url, environment, server.mails)


def link_to_form(mail):
    """The link of a mail that leads to the page's form."""
    return re.search(r"http\S+/edit/", mail.get_content())[0]
