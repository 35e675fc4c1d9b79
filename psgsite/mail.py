"""Sends mails about editors' work in the background, so that saving never waits for them."""

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django_tasks import task

SMTP = "django.core.mail.backends.smtp.EmailBackend"
# What a task can be given again, for it must be stored as JSON.
FIELDS = ["subject", "body", "from_email", "to", "cc", "bcc", "reply_to"]


class EmailBackend(BaseEmailBackend):
    """Leaves to a worker what Wagtail sends, and sends all else by SMTP at once.

    Wagtail marks its mails as made by a program. A password's link isn't marked, and must
    not be kept in the table of tasks.
    """

    def send_messages(self, email_messages):
        now = [mail for mail in email_messages if not can_wait(mail)]
        later = [mail for mail in email_messages if can_wait(mail)]
        for mail in later:
            fields = {name: getattr(mail, name) for name in FIELDS}
            send.enqueue(
                **fields,
                headers=mail.extra_headers,
                alternatives=[tuple(part) for part in mail.alternatives],
            )
        sent = get_connection(SMTP, fail_silently=self.fail_silently).send_messages(now)
        return len(later) + (sent or 0)


def can_wait(mail):
    is_marked = mail.extra_headers.get("Auto-Submitted") == "auto-generated"
    is_plain = type(mail) is EmailMultiAlternatives and not mail.attachments
    return is_marked and is_plain


@task(backend="background")
def send(**fields):
    mail = EmailMultiAlternatives(**fields, connection=get_connection(SMTP))
    mail.send()


def connection_for_many():
    """A connection that sends at once, for who keeps account of each mail themselves.

    It is the mail server's on a real site, and whatever is set in development.
    """
    is_ours = f"{__name__}.{EmailBackend.__name__}" == settings.EMAIL_BACKEND
    return get_connection(SMTP if is_ours else None)
