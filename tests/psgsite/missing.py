"""What tests of missed addresses share."""

from psgsite.addresses.models import MissingAddress
from psgsite.addresses.notebook import collect

BROWSER = {
    "accept": "text/html,application/xhtml+xml,*/*;q=0.8",
    "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
}


def kept():
    """How often each address was asked for, of all that there are."""
    collect()
    return {each.address: each.times for each in MissingAddress.objects.all()}
