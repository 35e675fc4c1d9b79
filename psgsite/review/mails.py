"""The mail that Wagtail doesn't send: of a page that somebody else took out of review."""

from wagtail.admin.mail import BaseWorkflowStateEmailNotifier
from wagtail.signals import workflow_cancelled


class CancellationNotifier(BaseWorkflowStateEmailNotifier):
    """Tells who submitted a page that it was published, or set aside, without approval."""

    # Who wants to hear of what was sent back wants to hear of this.
    notification = "rejected"

    def get_recipient_users(self, instance, user=None, **kwargs):
        return {instance.requested_by} - {user, None}

    def get_template_set(self, instance, **kwargs):
        return {
            "subject": "psgsite/review/cancelled_subject.txt",
            "text": "psgsite/review/cancelled.txt",
        }

    def get_context(self, workflow_state, user=None, **kwargs):
        return super().get_context(workflow_state, **kwargs) | {"by": user}


notify_of_cancellation = CancellationNotifier()
workflow_cancelled.connect(notify_of_cancellation)
