"""What a digest says: the articles of its month, as HTML and as plain text."""

from datetime import date, timedelta

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils.formats import date_format

from news.digest.models import Digest
from news.models import ArticlePage
from psgsite.newsletter.links import unsubscribing_headers, unsubscribing_link
from psgsite.newsletter.sender import organisation

# What stands for a subscriber's own in previews and tests: it is nobody's.
NOBODYS_TOKEN = "0" * 43


def first_of(day: date) -> date:
    return day.replace(day=1)


def month_before(day: date) -> date:
    return first_of(first_of(day) - timedelta(days=1))


def month_after(day: date) -> date:
    return first_of(first_of(day) + timedelta(days=31))


def new_digest(month: date) -> Digest:
    """One for that month, not saved, with a subject to begin with."""
    subject = f"{organisation().name}: news of {date_format(month, 'F Y')}"
    return Digest(month=month, subject=subject)


def articles_of(month: date):
    """The articles dated in that month which any visitor may read now, newest first."""
    return (
        ArticlePage.objects.published()
        .filter(date__gte=month, date__lt=month_after(month), alias_of=None)
        .newest_first()
        .for_cards()
        .prefetch_related("topics")
    )


class Composition:
    """The mail of a digest as it is now, to be addressed to one subscriber after another."""

    def __init__(self, digest: Digest):
        self.digest = digest
        self.articles = list(articles_of(digest.month))
        self.organisation = organisation()

    def html(self, token=NOBODYS_TOKEN):
        return render_to_string("news/digest/mail.html", self.context(token))

    def text(self, token=NOBODYS_TOKEN):
        return render_to_string("news/digest/mail.txt", self.context(token))

    def context(self, token):
        return {
            "digest": self.digest,
            "articles": self.articles,
            "organisation": self.organisation,
            "home": f"{settings.BASE_URL}/",
            "unsubscribe": unsubscribing_link(token),
        }

    def mail_to(self, address, token=NOBODYS_TOKEN):
        reply_to = [self.organisation.email] if self.organisation.email else []
        mail = EmailMultiAlternatives(
            subject=self.digest.subject,
            body=self.text(token),
            to=[address],
            reply_to=reply_to,
            headers=unsubscribing_headers(token, self.organisation),
        )
        mail.attach_alternative(self.html(token), "text/html")
        return mail
