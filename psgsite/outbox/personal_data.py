"""What waiting mails hold about one person, found and erased by their e-mail address."""

from email.utils import getaddresses

from psgsite.outbox.models import OutgoingMail
from psgsite.personal_data.holdings import same_address

PEOPLE = ["to", "cc", "bcc", "reply_to"]


class WaitingMails:
    name = "waiting mails"

    def find(self, email):
        """All mails to or from that address, as what they say."""
        return [
            {
                "about": mail.about,
                "written": mail.made_at.isoformat(),
                "subject": mail.message["subject"],
                "text": mail.message["body"],
            }
            for mail in mails_of(email)
        ]

    def erase(self, email):
        """Delete these mails unsent, and return how many there were."""
        pks = [mail.pk for mail in mails_of(email)]
        count, _ = OutgoingMail.objects.filter(pk__in=pks).delete()
        return count


def mails_of(email):
    # What is encrypted can only be looked through one by one, and few wait.
    for mail in OutgoingMail.objects.iterator():
        people = [who for name in PEOPLE for who in mail.message[name]]
        if any(same_address(address, email) for _, address in getaddresses(people)):
            yield mail
