"""What is said of each thing that can go wrong with a mail."""

import smtplib
from socket import gaierror

import pytest

from psgsite.encryption import WrongKeyError
from psgsite.outbox.problems import Problem, problem_of

pytestmark = pytest.mark.any_database

SECRET = b"Rosa Quispe <rosa@example.org>"
# Error, a few words of what is said, whether trying again can't help, whether it is of all.
PROBLEMS = [
    (smtplib.SMTPRecipientsRefused({"a": (550, SECRET)}), "address (550)", True, False),
    (
        smtplib.SMTPRecipientsRefused({"a": (550, SECRET), "b": (450, SECRET)}),
        "address (450)",
        False,
        False,
    ),
    (smtplib.SMTPDataError(554, SECRET), "the mail (554)", True, False),
    (smtplib.SMTPDataError(451, SECRET), "the mail (451)", False, False),
    (smtplib.SMTPSenderRefused(550, SECRET, "a"), "sender’s address", False, False),
    (smtplib.SMTPAuthenticationError(535, SECRET), "password (535)", False, True),
    (smtplib.SMTPConnectError(421, SECRET), "isn’t ready (421)", False, True),
    (smtplib.SMTPHeloError(421, SECRET), "isn’t ready (421)", False, True),
    (smtplib.SMTPServerDisconnected(SECRET), "broke off", False, True),
    (smtplib.SMTPNotSupportedError(SECRET), "what it is asked", False, True),
    (ConnectionRefusedError(SECRET), "nobody answers", False, True),
    (gaierror(SECRET), "its name isn’t known", False, True),
    (TimeoutError(SECRET), "in time", False, True),
    (WrongKeyError(SECRET), "None of the keys", False, False),
    (ValueError(SECRET), "isn’t a mail that can be sent (ValueError)", True, False),
    (KeyError(SECRET), "isn’t a mail that can be sent (KeyError)", False, False),
]


@pytest.mark.parametrize(("error", "said", "is_final", "is_general"), PROBLEMS)
def test_is_said_in_plain_words_without_those_of_the_server(
    error, said, is_final, is_general
):
    problem = problem_of(error)

    assert said in problem.text
    assert "osa" not in problem.text
    assert problem == Problem(problem.text, is_final, is_general)
