"""How readers get the page with the form, send it, and are thanked."""

from http import HTTPMethod
from typing import Any

from django.http import HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.cache import patch_cache_control
from django.utils.functional import cached_property
from wagtail.contrib.forms.models import FormMixin
from wagtail.url_routing import RouteResult

from about.joining import spam
from about.joining.fields import JoinFormBuilder
from about.joining.form import JoinForm
from about.joining.keeping import keep
from about.joining.models import Enquiry
from about.joining.rules import problems_of_field, problems_of_form
from psgsite.previews.modes import Mode, PreviewedPage
from psgsite.sections import privacy_notice

THANKS = "thanks"
STALE = (
    "This page was open for a long time, or your browser did not send back what we gave "
    "it, so nothing has been sent yet. Your answers are still here: press the button "
    "again."
)


class JoinFormMixin(PreviewedPage, FormMixin):
    """A page with ``ways_of_joining`` and ``form_fields``, and the form made of them."""

    allowed_http_methods = [
        HTTPMethod.GET,
        HTTPMethod.HEAD,
        HTTPMethod.OPTIONS,
        HTTPMethod.POST,
    ]
    keeps_offline = False
    shows_stale_form = True

    @cached_property  # for one page is asked for them several times
    def questions(self):
        return list(self.get_form_fields())

    def get_submission_class(self):
        return Enquiry

    def get_form_class(self):
        builder = JoinFormBuilder(self.questions, ways=self.names_of_ways())
        made = builder.formfields
        by_name = {q.clean_name or q.get_field_clean_name(): q for q in builder.fields}
        return type("Form", (JoinForm,), made | {"questions": by_name})

    def names_of_ways(self: Any):
        """What can be chosen as kind of membership, with the price that was shown."""
        values = [way.value for way in self.ways_of_joining]
        return [", ".join(filter(None, [v["name"], v["price"]])) for v in values]

    def problems(self):
        found = problems_of_form(self.questions)
        for question in self.questions:
            found += problems_of_field(question).values()
        return found

    @property
    def has_form(self):
        """Whether it can be sent; a page from before there was a form has none."""
        return not self.problems()

    def route(self: Any, request, path_components):
        if self.live and path_components == [THANKS]:
            return RouteResult(self, kwargs={"view": THANKS})
        return super().route(request, path_components)

    def serve(self, request, *args, view="", **kwargs):
        request.is_preview = getattr(request, "is_preview", False)
        if view == THANKS:
            response = self.serve_thanks(request)
        elif request.method == "POST" and self.has_form:
            response = self.receive(request)
        else:
            response = self.show(request)
        patch_cache_control(response, private=True, no_store=True)
        return response

    def serve_thanks(self: Any, request):
        if request.method == "POST":
            return HttpResponseNotAllowed(["GET", "HEAD"])
        crumb = {"title": "Thank you", "url": self.thanks_address(request)}
        context = self.get_context(request) | {"crumbs": [crumb]}
        template = self.get_landing_page_template(request)
        return TemplateResponse(
            request, template, context, headers={"X-Robots-Tag": "noindex"}
        )

    def thanks_address(self: Any, request):
        # A page in the making may have no address yet.
        return f"{self.get_url(request) or '/'}{THANKS}/"

    def receive(self: Any, request):
        form = self.get_form(request.POST, page=self)
        is_valid = form.is_valid()
        if getattr(request, "is_stale", False):
            return self.show(request, form, doubt=STALE, status=403)
        if spam.was_caught(request.POST, form):
            spam.count(request, spam.CAUGHT)
            return self.show(request, form, doubt=spam.DOUBT, status=422)
        if not is_valid:
            return self.show(request, form, status=422)
        if not spam.count(request, spam.SENT):
            return self.show(request, form, doubt=spam.TOO_MUCH, status=429)
        keep(self, form.answers, privacy_notice=day_of(privacy_notice(request)))
        return HttpResponseRedirect(self.thanks_address(request), status=303)

    def show(self: Any, request, form=None, *, doubt="", status=200):
        """The page; with a ``form`` that was sent, what is wrong with it comes first."""
        context = self.get_context(request)
        if self.has_form:
            form_began = spam.began(request.POST) and request.POST[spam.BEGAN]
            context |= {
                "form": form or self.get_form(page=self),
                "was_sent": form is not None,
                "doubt": doubt,
                "began": form_began or spam.begin(),
            }
        return TemplateResponse(
            request, self.get_template(request), context, status=status
        )

    def get_preview_context(self, request, mode_name):
        context = super().get_preview_context(request, mode_name)
        return context if self.has_form else context | {"form": None}


def day_of(page):
    """The day on which a page was last published, which tells its versions apart."""
    moment = page and (page.last_published_at or page.first_published_at)
    return f"{moment:%Y-%m-%d}" if moment else ""


ON_THANKS = Mode(THANKS, "The thank-you page", JoinFormMixin.serve_thanks)
