"""How people come in at the admin's door."""

import re

PASSWORD = "a long password"  # of everyone whom tests/factories.py makes


def sign_in(page, name, password=PASSWORD):
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()


def printed_password(log):
    """The one-time password that ``manage.py run`` has written into ``log``."""
    return re.search(r"one-time password: (\S+)", log.read_text())[1]
