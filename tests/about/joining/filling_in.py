"""The page with its form as a new site has it, and readers who fill it in."""

import time

from about.joining.models import JoinField
from about.joining.spam import signer
from about.models import JoinPage
from home.sample_content import QUESTIONS
from tests import factories

WAYS = [
    {"name": "Individual", "price": "£30 a year", "text": "<p>For one.</p>"},
    {"name": "Household", "price": "", "text": ""},
]
ANSWERS = {
    "your_name": "Ana Quispe",
    "e_mail_address": "ana@example.org",
    "postal_address": "1 Example Street\r\nLondon",
    "kind_of_membership": "Individual, £30 a year",
    "telephone_number": "",
}


def questions(*, without=(), **more):
    """The questions of a new site; ``more`` are further ones, by their purpose."""
    rows = [each for each in QUESTIONS if each["purpose"] not in without]
    rows += [{"purpose": purpose} | fields for purpose, fields in more.items()]
    return [JoinField(sort_order=n, **row) for n, row in enumerate(rows)]


def join_page(home, **fields):
    ways = [{"type": "way", "value": way} for way in WAYS]
    usual = {"slug": "join", "title": "Why join?", "ways_of_joining": ways}
    return factories.page(
        home, JoinPage, **({"form_fields": questions()} | usual | fields)
    )


def filled(*, seconds_ago=60, began=None, trap="", **answers):
    """What a browser sends; an answer of None isn't sent, a tick is "on"."""
    shown = signer.sign(int(time.time()) - seconds_ago) if began is None else began
    sent = {f"answer-{name}": value for name, value in (ANSWERS | answers).items()}
    sent |= {"began": shown, "web_page": trap}
    return {name: value for name, value in sent.items() if value is not None}


def send(client, *, address="192.0.2.7", **answers):
    return client.post("/join/", filled(**answers), REMOTE_ADDR=address)
