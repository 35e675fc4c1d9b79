"""Hands one mail to the mail server, and says who hasn't got it."""

import smtplib

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends import smtp

# Seconds for each answer. A server that looks for spam takes its time, and who doesn't wait
# for its last word sends the mail twice.
PATIENCE = 60


class SomeRefusedError(smtplib.SMTPRecipientsRefused):
    """The others have got it."""


class Session(smtplib.SMTP):
    def sendmail(self, *args, **options):
        # Otherwise it says by what it returns, and Django doesn't look.
        if refused := super().sendmail(*args, **options):
            raise SomeRefusedError(refused)
        return refused


class SmtpBackend(smtp.EmailBackend):
    connection_class = Session


class Mail(EmailMultiAlternatives):
    left: list[str]

    def recipients(self):
        return self.left or super().recipients()


def deliver(message):
    """Send what ``OutgoingMail.message`` holds, or raise what went wrong.

    SomeRefusedError: all but its ``recipients`` have got it.
    """
    fields = dict(message)
    left = fields.pop("left", [])
    mail = Mail(**fields, connection=mail_connection())
    mail.left = left
    mail.send()


def mail_connection():
    """The mail server; in development and in tests, what is there in its place."""
    if settings.EMAIL_BACKEND == "psgsite.mail.EmailBackend":
        return SmtpBackend(timeout=PATIENCE)
    return get_connection()
