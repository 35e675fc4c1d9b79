"""Stores what a reader sent, once, with the mails that it brings about."""

import json

from django.db import IntegrityError, transaction

from about.joining.mails import notify_office, thank
from about.joining.models import Enquiry, Purpose
from psgsite.encryption import keyed_hash
from psgsite.newsletter.subscribing import ask_to_confirm


@transaction.atomic
def keep(page, answers, *, privacy_notice):
    """Store ``answers`` (those of ``Enquiry``) and post the mails: all of it, or nothing.

    ``privacy_notice`` is the day of the notice that the reader could read, or "". The same
    answers are kept once as long as they wait, however often they are sent; then the
    result is None.
    """
    fingerprint = fingerprint_of(page, answers)
    try:
        with transaction.atomic():
            enquiry = Enquiry.objects.create(
                form_data={"answers": answers, "privacy_notice": privacy_notice},
                page_id=page.pk,
                fingerprint=fingerprint,
            )
    except IntegrityError:
        if Enquiry.objects.filter(fingerprint=fingerprint).exists():
            return None
        raise
    thank(page, enquiry)
    notify_office(page, enquiry)
    if enquiry.answer(Purpose.NEWSLETTER):
        ask_to_confirm(enquiry.email)
    return enquiry


def fingerprint_of(page, answers):
    said = [page.pk, [[answer["label"], answer["value"]] for answer in answers]]
    return keyed_hash("about.joining.enquiry", json.dumps(said))
