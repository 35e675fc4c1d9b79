"""What tells someone who writes in the admin that they have been signed out."""

from django.http import JsonResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.views.decorators.cache import never_cache


@never_cache
def own_session(request):
    """Answer whoever is signed in with a new token for their forms; others get 403."""
    return JsonResponse({"token": get_token(request)})


def warning_script():
    return render_to_string("psgsite/admin/signed_out.html")
