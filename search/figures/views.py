from django.core.signing import BadSignature
from django.http import HttpResponse, HttpResponseBadRequest
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from search.figures.counting import count_click, count_search
from search.figures.tokens import read


@require_http_methods(["POST"])
@csrf_exempt  # the token is the proof: this site showed that page, no matter to whom
def count(request):
    """Count the search that ``token`` stands for, or the ``page`` followed from it."""
    try:
        shown = read(request.POST.get("token", ""))
    except BadSignature:
        return HttpResponseBadRequest("This token is forged or too old.")
    page = request.POST.get("page")
    if page is None:
        count_search(shown)
    elif page in map(str, shown.page_ids):
        count_click(shown, int(page))
    else:
        return HttpResponseBadRequest("This page wasn't among the results.")
    return HttpResponse(status=204)
