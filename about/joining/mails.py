"""The mails about what a reader sent. What they wrote is in none of them.

Whoever fills in the form may give somebody else's address, who must not get a stranger's
words from us; and the office's mail is not as well kept as the enquiries are.
"""

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.urls import reverse

from psgsite.models import OrganisationSettings
from psgsite.outbox.posting import post

THANKS_BY_MAIL = """\
Hello,

Thank you for filling in the form on our website. It has reached us, and the office will \
answer you soon.

If you have a question before that, just answer this mail. If you did not fill in the form, \
somebody gave us your address by mistake: tell us, and we will delete it.

With kind regards,
the Peru Support Group
"""

NOTICE = """\
Someone has filled in the form on the page “{page}”.

Read it here, after signing in:
{address}

Nothing that they wrote is in this mail, so that it stays in one place.
"""

# Answers of machines, such as "away until Monday", are not sent back to it.
HEADERS = {"Auto-Submitted": "auto-generated"}


def thank(page, enquiry):
    organisation = organisation_of(page)
    mail = EmailMultiAlternatives(
        subject=one_line(f"Thank you for writing to the {organisation.name}"),
        body=f"{page.mail_text.strip()}\n",
        to=[enquiry.email],
        reply_to=[organisation.email] if organisation.email else [],
        headers=HEADERS,
    )
    post(mail, about=f"Thanks for enquiry {enquiry.pk}")


def notify_office(page, enquiry):
    """Tell the office, if its address is known."""
    organisation = organisation_of(page)
    if organisation.email:
        address = f"{settings.BASE_URL}{reverse('enquiries')}"
        mail = EmailMultiAlternatives(
            subject="Someone wants to become a member",
            body=NOTICE.format(page=page.title, address=address),
            to=[organisation.email],
            headers=HEADERS,
        )
        post(mail, about=f"Notice of enquiry {enquiry.pk}")


def organisation_of(page):
    return OrganisationSettings.for_site(page.get_site())


def one_line(text):
    return " ".join(text.split())
