"""What a page's form makes of the times to publish and to expire that an editor set."""

from datetime import UTC

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from wagtail.admin.forms import WagtailAdminPageForm

# Registers the field of these times.
from psgsite.schedule import clock  # noqa: F401

GO_LIVE_HAS_PASSED = (
    "This time has passed. Choose a later one, or leave it empty to publish at once."
)
EXPIRY_HAS_PASSED = (
    "This time has passed. Choose a later one, or leave it empty, and the page stays."
)


def as_shown(moment):
    return date_format(timezone.localtime(moment), "j F Y, H:i")


class ScheduledPageForm(WagtailAdminPageForm):
    def clean_go_live_at(self):
        go_live_at = self.cleaned_data["go_live_at"]
        # That of a page which went live on schedule has passed too, and is no mistake.
        if has_passed(go_live_at) and self.is_new("go_live_at"):
            raise ValidationError(GO_LIVE_HAS_PASSED)
        return go_live_at

    def clean_expire_at(self):
        expire_at = self.cleaned_data["expire_at"]
        go_live_at = self.cleaned_data.get("go_live_at")
        if expire_at and go_live_at and expire_at <= go_live_at:
            raise ValidationError(
                f"This isn't after the page goes live, on {as_shown(go_live_at)}. Choose "
                "a later time, or leave it empty, and the page stays."
            )
        if has_passed(expire_at) and not self.is_draft_of_expired():
            raise ValidationError(EXPIRY_HAS_PASSED)
        return expire_at

    def clean(self):
        if not self.is_draft_of_expired():
            return super().clean()
        # Wagtail would refuse to save a word of a page that has expired.
        expire_at = self.cleaned_data.pop("expire_at")
        cleaned = super().clean()
        return cleaned | {"expire_at": expire_at}

    def is_draft_of_expired(self):
        """Whether this only saves a draft, and its expiry is one that was there before."""
        return (
            self.is_deferred_validation
            and has_passed(self.initial.get("expire_at"))
            and not self.is_new("expire_at")
        )

    def is_new(self, name):
        """Whether someone typed another time than the form began with, which has seconds."""
        before, now = self.initial.get(name), self.cleaned_data.get(name)
        return to_the_minute(before) != to_the_minute(now)


def has_passed(moment):
    return bool(moment) and moment < timezone.now()


def to_the_minute(moment):
    return moment and moment.astimezone(UTC).replace(second=0, microsecond=0)
