"""Passwords that open the door once, for someone's first sign-in."""

import secrets

from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.signals import user_logged_in
from django.contrib.auth.tokens import default_token_generator
from django.dispatch import receiver
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from wagtail.admin import messages


def issue_one_time_password(user):
    """Give ``user`` a new password that works for one sign-in, and return it."""
    password = secrets.token_urlsafe(12)
    user.set_password(password)
    user.has_one_time_password = True
    user.save(update_fields=["password", "has_one_time_password"])
    return password


@receiver(user_logged_in)
def use_up_one_time_password(request, user, **kwargs):
    """Make the password useless and ask its owner to choose another."""
    if not user.has_one_time_password:
        return
    user.set_unusable_password()
    user.has_one_time_password = False
    user.save(update_fields=["password", "has_one_time_password"])
    update_session_auth_hash(request, user)
    messages.warning(
        request,
        "The password you signed in with worked once and is now used up. "
        "Choose your own before you leave.",
        buttons=[messages.button(reverse("choose_password"), "Choose a password")],
    )


def choose_password(request):
    """Lead someone who is signed in but has no password to where they choose one."""
    if request.user.has_usable_password():
        return redirect("wagtailadmin_account")
    return redirect(choose_password_url(request.user))


def choose_password_url(user):
    """Where ``user`` can choose a password without knowing an old one, for three days.

    The next sign-in makes it useless, so it can't be had while one is under way.
    """
    identity = urlsafe_base64_encode(force_bytes(user.pk))
    token = default_token_generator.make_token(user)
    return reverse("wagtailadmin_password_reset_confirm", args=[identity, token])
