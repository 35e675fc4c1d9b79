"""What the site holds of a person because they wrote to the group."""

from about.joining.models import Enquiry
from psgsite.personal_data.holdings import same_address


class Enquiries:
    """Those that have the address as an answer, to whichever question."""

    name = "enquiries"

    def find(self, email):
        return [told(enquiry) for enquiry in sent_by(email)]

    def erase(self, email):
        keys = [enquiry.pk for enquiry in sent_by(email)]
        Enquiry.objects.filter(pk__in=keys).delete()
        return len(keys)


def sent_by(email):
    enquiries = Enquiry.objects.with_answers()
    return [each for each in enquiries if is_from(each, email)]


def is_from(enquiry, email):
    values = (answer["value"] for answer in enquiry.answers)
    return any(isinstance(v, str) and same_address(v, email) for v in values)


def told(enquiry):
    return {
        "enquiry": enquiry.pk,
        "sent": enquiry.submit_time,
        "handled": enquiry.handled_at,
        "privacy notice": enquiry.form_data.get("privacy_notice"),
        "answers": [answered(**answer) for answer in enquiry.answers],
    }


def answered(*, label, value, wording, **other):
    return {label: value, "wording": wording} if wording else {label: value}
