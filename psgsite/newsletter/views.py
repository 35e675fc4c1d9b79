"""The pages on which readers ask for the newsletter, confirm that, and unsubscribe.

All are the same for whoever opens them; what a link does is done by its button, for
programs open the links of mails too. None needs a cookie: the token is the proof, and to
ask takes no more than an address.
"""

from functools import wraps

from django.shortcuts import redirect, render
from django.utils.cache import add_never_cache_headers
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from psgsite.newsletter.forms import SubscribingForm
from psgsite.newsletter.links import to_be_confirmed
from psgsite.newsletter.subscribing import (
    WORDING,
    ask_to_confirm,
    confirm,
    unsubscribe,
)

HEADERS = {"X-Robots-Tag": "noindex", "Referrer-Policy": "no-referrer"}
TEMPLATES = "psgsite/newsletter"


def kept_nowhere(*methods):
    """For a view whose answers no cache, search engine or other site gets to know."""

    def decorate(view):
        @wraps(view)
        def answer(request, *args, **kwargs):
            response = view(request, *args, **kwargs)
            for name, value in HEADERS.items():
                response[name] = value
            add_never_cache_headers(response)
            return response

        return csrf_exempt(require_http_methods(["GET", "HEAD", *methods])(answer))

    return decorate


@kept_nowhere("POST")
def newsletter(request):
    form = SubscribingForm(request.POST if request.method == "POST" else None)
    if form.is_from_a_program:
        return redirect("newsletter_asked")
    if form.is_valid():
        ask_to_confirm(form.cleaned_data["email"])
        return redirect("newsletter_asked")
    context = {"form": form, "wording": WORDING}
    return render(request, f"{TEMPLATES}/ask.html", context)


@kept_nowhere()
def newsletter_asked(request):
    return render(request, f"{TEMPLATES}/asked.html")


@kept_nowhere("POST")
def confirm_newsletter(request, token):
    subscriber = to_be_confirmed(token)
    if subscriber is None:
        return render(request, f"{TEMPLATES}/ended.html", status=410)
    if request.method == "POST":
        confirm(subscriber)
        return redirect("newsletter_confirmed")
    context = {"wording": subscriber.wording}
    return render(request, f"{TEMPLATES}/confirm.html", context)


@kept_nowhere()
def newsletter_confirmed(request):
    return render(request, f"{TEMPLATES}/confirmed.html")


@kept_nowhere("POST")
def unsubscribe_page(request, token):
    """Says the same whether or not there is somebody with that token."""
    if request.method == "POST":
        unsubscribe(token)
        # Mail programs expect no redirect (RFC 8058, section 3.1).
        return render(request, f"{TEMPLATES}/unsubscribed.html")
    return render(request, f"{TEMPLATES}/unsubscribe.html")


@kept_nowhere("POST")
def broken_link(request, rest):
    return render(request, f"{TEMPLATES}/broken.html", status=404)
