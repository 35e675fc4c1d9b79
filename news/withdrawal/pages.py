"""Articles that were public and were withdrawn: their address says why."""

from django.db import models, transaction
from django.template.response import TemplateResponse
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.log_actions import log
from wagtail.url_routing import RouteResult

from psgsite.pages import BasePage

LOG_ACTION = "news.withdraw"
LONGEST_REASON = 500


class WithdrawablePage(BasePage):
    """A page that can be withdrawn: its address then answers 410 (Gone) with the reason."""

    # Belongs to the page, not to a version of its text: see with_content_json.
    withdrawal_reason = models.TextField(blank=True, editable=False)

    exclude_fields_in_copy = ["withdrawal_reason"]

    class Meta:
        abstract = True

    @property
    def is_withdrawn(self):
        return bool(self.withdrawal_reason) and not self.live

    @transaction.atomic
    def withdraw(self, reason, user):
        """Unpublish this page and keep ``reason``, plain text for readers.

        Raises PermissionDenied if ``user`` may not unpublish it, or it isn't published.
        """
        action = UnpublishPageAction(self, user=user, log_action=False)
        action.check()
        # Approving what is in review would publish it again.
        if self.current_workflow_state:
            self.current_workflow_state.cancel(user=user)
        self.withdrawal_reason = reason
        action.execute()
        log(instance=self, action=LOG_ACTION, user=user, data={"reason": reason})

    def save(self, *args, **kwargs):
        # However it was published, it is not withdrawn any more.
        if self.live:
            self.withdrawal_reason = ""
        super().save(*args, **kwargs)

    def with_content_json(self, content):
        page = super().with_content_json(content)
        page.withdrawal_reason = self.withdrawal_reason
        return page

    def route(self, request, path_components):
        # Why a private page went is as private as the page.
        if self.is_withdrawn and not self.get_view_restrictions():
            return RouteResult(self)
        return super().route(request, path_components)

    def serve(self, request, *args, **kwargs):
        if self.is_withdrawn:
            context = {"address": self.full_url, "reason": self.withdrawal_reason}
            return TemplateResponse(request, "410.html", context, status=410)
        return super().serve(request, *args, **kwargs)
