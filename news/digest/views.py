"""The admin's pages on which publishers make a newsletter, look at it and send it."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import log

from news.digest.composing import Composition, new_digest
from news.digest.forms import DigestForm, MonthForm
from news.digest.models import Digest
from news.digest.sending import CannotSendError, check, send_to_all, try_now
from psgsite.models import Subscriber
from psgsite.outbox.posting import post

PERMISSION = "news.send_digest"


class NewsletterView(WagtailAdminTemplateMixin, View):
    page_title = "Newsletter"
    header_icon = "mail"

    def dispatch(self, request, **kwargs):
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        return super().dispatch(request)

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        subscribers = Subscriber.objects.confirmed().count()
        return super().get_context_data(subscribers=subscribers, **kwargs)


class DigestsView(NewsletterView):
    """All newsletters, and the form that makes one."""

    template_name = "news/digest/list.html"

    def get(self, request, form=None):
        context = self.get_context_data(
            digests=Digest.objects.with_progress(), form=form or MonthForm()
        )
        return self.render_to_response(context)

    def post(self, request):
        form = MonthForm(request.POST)
        if not form.is_valid():
            return self.get(request, form)
        made = new_digest(form.cleaned_data["month"])
        # Somebody else may have made it since the form was checked.
        digest, is_new = Digest.objects.get_or_create(
            month=made.month, defaults={"subject": made.subject}
        )
        if is_new:
            log(digest, "wagtail.create", user=request.user)
        return redirect("digest", digest.pk)


class OneDigestView(NewsletterView):
    def setup(self, request, pk):
        super().setup(request)
        self.digest = get_object_or_404(Digest.objects.with_progress(), pk=pk)

    def get_page_subtitle(self):
        return str(self.digest)

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("digests"), "label": self.page_title},
            {"url": "", "label": str(self.digest)},
        ]

    def get_context_data(self, **kwargs):
        try:
            check(self.digest)
            problem = ""
        except CannotSendError as error:
            problem = str(error)
        return super().get_context_data(digest=self.digest, problem=problem, **kwargs)

    def back(self):
        return redirect("digest", self.digest.pk)


class DigestView(OneDigestView):
    """What it says, how it looks, and once it is sent how far it has got."""

    template_name = "news/digest/digest.html"

    def get(self, request, form=None):
        composition = Composition(self.digest)
        context = self.get_context_data(
            form=form or DigestForm(instance=self.digest),
            articles=composition.articles,
            html=composition.html(),
            text=composition.text(),
        )
        return self.render_to_response(context)

    @transaction.atomic
    def post(self, request):
        digest = Digest.objects.select_for_update().get(pk=self.digest.pk)
        if digest.sent_at:
            messages.error(request, "It is being sent, and can’t be changed any more.")
            return self.back()
        form = DigestForm(request.POST, instance=digest)
        if not form.is_valid():
            return self.get(request, form)
        form.save()
        log(digest, "wagtail.edit", user=request.user)
        messages.success(request, "Saved. Below you see what it looks like now.")
        return self.back()


class DigestTestView(OneDigestView):
    http_method_names = ["post"]

    def post(self, request):
        if not request.user.email:
            messages.error(
                request, "Your account has no e-mail address: add one under Account."
            )
            return self.back()
        mail = Composition(self.digest).mail_to(request.user.email)
        mail.subject = f"[Test] {mail.subject}"
        post(mail, about=f"Test: {self.digest}")
        messages.success(
            request,
            "A test is on its way to you. Only the link in it to unsubscribe "
            "does nothing.",
        )
        return self.back()


class SendDigestView(OneDigestView):
    template_name = "news/digest/send.html"

    def get(self, request):
        articles = len(Composition(self.digest).articles)
        return self.render_to_response(self.get_context_data(articles=articles))

    def post(self, request):
        try:
            count = send_to_all(self.digest, request.user)
        except CannotSendError as error:
            messages.error(request, str(error))
            return self.back()
        people = "1 subscriber" if count == 1 else f"{count} subscribers"
        messages.success(request, f"It is on its way to {people}.")
        return self.back()


class ResumeDigestView(OneDigestView):
    """For one that stands still: the mail server works again, or the worker was killed."""

    http_method_names = ["post"]

    def post(self, request):
        try_now(self.digest)
        messages.success(request, "What waits is being sent now.")
        return self.back()
