from django.http import HttpResponsePermanentRedirect, HttpResponseRedirect

from psgsite.addresses.destinations import destination
from psgsite.addresses.notebook import note
from psgsite.addresses.readers import what_a_reader_missed


class OldAddressMiddleware:
    """Sends readers of old addresses on, and notes the addresses that lead nowhere.

    In place of Wagtail's own, which knows an address in one spelling only, and sends
    readers on to pages that aren't published, or round and round. Like that, it looks only
    at what nothing has answered, so that redirects cost other pages nothing and hide none.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code != 404 or request.method not in {"GET", "HEAD"}:
            return response
        if found := destination(request, request.get_full_path()):
            kind = (
                HttpResponsePermanentRedirect
                if found.is_permanent
                else HttpResponseRedirect
            )
            return kind(found.address)
        if missed := what_a_reader_missed(request):
            note(missed)
        return response
