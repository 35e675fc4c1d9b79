"""What the admin's form of an article makes of what an editor typed."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.models import Page

from news.corrections import wrong_days
from news.subjects import ascii_slug
from psgsite.anchors import free_name
from psgsite.page_form import PageForm

CHECKED = [
    "date",
    "go_live_at",
    "image",
    "image_alt_text",
    "image_is_decorative",
    "corrections",
]


def problems(
    *, date, go_live_at, image, image_alt_text, image_is_decorative, corrections
):
    """What keeps an article with these fields from being published: messages by field."""
    found = {}
    shown_from = max(timezone.localdate(), timezone.localdate(go_live_at))
    if date and date > shown_from:
        found["date"] = (
            "This date is in the future. Choose today or earlier, or schedule the "
            "article to be published on that day."
        )
    described = image_alt_text or image_is_decorative
    if image and not (described or image.default_alt_text):
        found["image_alt_text"] = (
            "Say what the image shows, or mark it as decorative if it adds nothing."
        )
    wrong = wrong_days(corrections or [], written=date, last=shown_from)
    if wrong:
        found["corrections"] = wrong
    return found


class ArticleForm(PageForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Left empty, it is made from the title.
        self.fields["slug"].required = False
        # Á stands with A, which not every database knows.
        regions: Any = self.fields["regions"]
        regions.queryset = regions.queryset.order_by("-is_national", "slug")
        if not self.instance.pk and self.for_user:
            # Most write under their own name; it can be changed or taken out.
            self.initial["byline"] = self.for_user.get_full_name()

    def clean_slug(self):
        """Give an article whose title was used before an address of its own.

        Only where the slug is the title's, as the browser fills it in, and nobody has
        seen the address yet.
        """
        slug = ascii_slug(self.cleaned_data["slug"])
        if self.instance.is_withdrawn:
            return self.slug_of_withdrawn(slug)
        made = ascii_slug(self.cleaned_data.get("title", "")) or "article"
        is_public = self.instance.pk and self.instance.live
        if slug and (slug != made or is_public):
            return slug
        siblings = Page.objects.child_of(self.parent_page).exclude(pk=self.instance.pk)
        return free_name(made, set(siblings.values_list("slug", flat=True)))

    def slug_of_withdrawn(self, slug):
        """Readers find the reason at the address that they know, so it stays."""
        # A draft may have another slug than the page's own.
        own = Page.objects.values_list("slug", flat=True).get(pk=self.instance.pk)
        if slug not in ("", own):
            raise ValidationError(
                "This article was withdrawn, and its address tells readers why, so the "
                f"slug can't change. Put back “{own}”; once the article is published "
                "again, you can change it."
            )
        return own

    def clean_date(self):
        # Publishing asks for a date; a draft without one is dated today.
        return self.cleaned_data["date"] or timezone.localdate()

    def clean(self):
        cleaned = super().clean()
        if not self.is_deferred_validation:
            fields = {name: cleaned.get(name) for name in CHECKED}
            for name, message in problems(**fields).items():
                self.add_error(name, message)
        return cleaned
