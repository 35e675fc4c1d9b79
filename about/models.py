"""The standing pages: about the group, its aims, Peru's history, human rights, joining."""

from django.db import models
from django.forms import CheckboxSelectMultiple
from modelcluster.fields import ParentalManyToManyField
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from about.blocks import AimBlock, EventBlock, PersonBlock, WayOfJoiningBlock
from about.joining.mails import THANKS_BY_MAIL
from about.joining.rules import JoinPageForm
from about.joining.serving import ON_THANKS, JoinFormMixin
from psgsite.body import BodyBlock, pictures_in
from psgsite.pages import BasePage
from psgsite.previews.card import CARD
from psgsite.previews.home import ON_HOME_PAGE
from psgsite.previews.modes import PreviewedPage
from psgsite.rich_text import TEXT_FEATURES
from psgsite.sections import SectionPage

THANKS = (
    "<p>What you wrote has reached us. The office will answer by e-mail, and a short "
    "confirmation is on its way to you now. If it isn’t there within an hour, look among "
    "the mails that your mailbox takes for advertising.</p>"
)


class StandingPage(PreviewedPage, SectionPage):
    """A page that changes seldom: one of each, right below the home page."""

    parent_page_types = ["home.HomePage"]
    subpage_types = []
    max_count_per_parent = 1

    body = StreamField(BodyBlock(), blank=True)
    other_names = models.TextField(
        max_length=1000,
        blank=True,
        help_text="What readers may type to find this page, one name a line, such as "
        "“who we are”.",
    )

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    promote_panels = [*BasePage.promote_panels, FieldPanel("other_names")]
    searched = ["body"]
    previews = [ON_HOME_PAGE, CARD]

    class Meta:
        abstract = True

    def images(self):
        return pictures_in(self.body)

    @property
    def siblings(self):
        """The other standing pages, where the home page has fetched its sections."""
        sections = getattr(self.get_parent(), "published_sections", list)()
        return [
            page
            for page in sections
            if isinstance(page, StandingPage)
            and page.is_presented
            and page.pk != self.pk
        ]


class AboutPage(StandingPage):
    people = StreamField([("person", PersonBlock())], blank=True)

    content_panels = [*StandingPage.content_panels, FieldPanel("people")]
    searched = [*StandingPage.searched, "people"]

    def images(self):
        return [*super().images(), *(person.value["image"] for person in self.people)]


class AimsPage(StandingPage):
    aims = StreamField([("aim", AimBlock())], blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("aims"),
        FieldPanel("body"),
    ]
    searched = [*StandingPage.searched, "aims"]


class HistoryPage(StandingPage):
    timeline = StreamField(
        [("event", EventBlock())],
        blank=True,
        help_text="In the order of the years, the earliest first.",
    )

    content_panels = [*StandingPage.content_panels, FieldPanel("timeline")]
    searched = [*StandingPage.searched, "timeline"]

    def images(self):
        return [*super().images(), *(event.value["image"] for event in self.timeline)]


class HumanRightsPage(StandingPage):
    topics = ParentalManyToManyField(
        "news.Topic",
        blank=True,
        related_name="+",
        help_text="The latest articles on these topics are shown on the page.",
    )

    content_panels = [
        *StandingPage.content_panels,
        FieldPanel("topics", widget=CheckboxSelectMultiple),
    ]
    search_fields = [
        *StandingPage.search_fields,
        index.RelatedFields("topics", [index.SearchField("name")]),
    ]


class JoinPage(JoinFormMixin, StandingPage):
    base_form_class = JoinPageForm

    reasons = StreamField(
        [("reason", blocks.CharBlock(max_length=200))],
        blank=True,
        help_text="Shown here and on the home page.",
    )
    ways_of_joining = StreamField([("way", WayOfJoiningBlock())], blank=True)
    thanks = RichTextField(
        "thank-you text",
        features=TEXT_FEATURES,
        default=THANKS,
        help_text="What readers see once they have sent the form.",
    )
    mail_text = models.TextField(
        "thank-you mail",
        max_length=4000,
        default=THANKS_BY_MAIL,
        help_text="What is then sent to them by e-mail, in plain text.",
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("reasons"),
        FieldPanel("ways_of_joining"),
        FieldPanel("body"),
        InlinePanel("form_fields", heading="Questions of the form", label="Question"),
        MultiFieldPanel(
            [FieldPanel("thanks"), FieldPanel("mail_text")], heading="Thanks"
        ),
    ]
    searched = [*StandingPage.searched, "reasons", "ways_of_joining"]
    previews = [ON_THANKS, *StandingPage.previews]


class PrivacyPage(StandingPage):
    """What becomes of what readers send; linked at the foot of every page."""

    template = "about/standing_page.html"
    is_presented = False
    is_privacy_notice = True
    previews = [CARD]
