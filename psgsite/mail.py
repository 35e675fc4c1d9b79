"""Leaves mails about editors' work to the outbox, so that saving never waits for them."""

from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend

from psgsite.outbox.posting import post

SMTP = "django.core.mail.backends.smtp.EmailBackend"


class EmailBackend(BaseEmailBackend):
    """Leaves to a worker what Wagtail sends, and sends all else by SMTP at once.

    Wagtail marks its mails as made by a program. A password's link isn't marked, and must
    not be kept in the database.
    """

    def send_messages(self, email_messages):
        now = [mail for mail in email_messages if not can_wait(mail)]
        later = [mail for mail in email_messages if can_wait(mail)]
        for mail in later:
            post(mail, about="About a review or a comment")
        sent = get_connection(SMTP, fail_silently=self.fail_silently).send_messages(now)
        return len(later) + (sent or 0)


def can_wait(mail):
    is_marked = mail.extra_headers.get("Auto-Submitted") == "auto-generated"
    is_plain = type(mail) is EmailMultiAlternatives and not mail.attachments
    return is_marked and is_plain
