"""Builds what a new site needs. Safe to run again: it adds what is missing, no more.

What an editor changed stays changed, and what an editor deleted stays deleted.
"""

from datetime import datetime, time
from urllib.parse import urlsplit

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from wagtail.models import ModelLogEntry, Page, PageLogEntry, Site

from about.joining.models import JoinField
from about.models import (
    AboutPage,
    AimsPage,
    HistoryPage,
    HumanRightsPage,
    JoinPage,
    PrivacyPage,
)
from home import sample_content
from home.models import HomePage
from home.roles import make_groups, make_workflow
from home.synonyms import SYNONYMS
from news.models import ArticlePage, NewsIndexPage, Region, Topic
from news.subjects import NATIONAL, REGION_NAMES, ascii_slug
from psgsite.models import OrganisationSettings

# In the order of the menu. The short titles are for the menu alone.
SECTIONS = [
    (NewsIndexPage, sample_content.NEWS, ""),
    (AboutPage, sample_content.ABOUT, "About"),
    (AimsPage, sample_content.AIMS, "Aims"),
    (HistoryPage, sample_content.HISTORY, "History"),
    (HumanRightsPage, sample_content.HUMAN_RIGHTS, ""),
    (JoinPage, sample_content.JOIN, "Join"),
]


@transaction.atomic
def set_up_site(*, with_content):
    """Add what is missing and return a line about each thing added, in order.

    ``with_content`` fills the new pages with sample text and adds sample articles.
    """
    return [
        *make_regions(),
        *make_topics(),
        *make_synonyms(),
        *make_groups(),
        *make_workflow(),
        *make_home_page(with_content=with_content),
        *make_organisation(with_content=with_content),
        *make_sections(with_content=with_content),
        *make_questions(),
        *make_privacy_notice(),
        *(make_articles() if with_content else []),
    ]


def make_regions():
    for name in [NATIONAL, *REGION_NAMES]:
        region, created = Region.objects.get_or_create(
            slug=ascii_slug(name),
            defaults={"name": name, "is_national": name == NATIONAL},
        )
        if created:
            yield f"region {region}"


def make_topics():
    if never_had(Topic):
        for name in sample_content.TOPICS:
            yield f"topic {Topic.objects.create(name=name)}"


def make_synonyms():
    # By name, for what is searched and how is nothing that the home page knows.
    model = apps.get_model("search.Synonyms")
    if never_had(model):
        made = model.objects.bulk_create(model(names=names) for names in SYNONYMS)
        yield f"{len(made)} lists of words that mean the same"


def make_home_page(*, with_content):
    if HomePage.objects.exists():
        return
    site = Site.objects.get(is_default_site=True)
    welcome = site.root_page
    # Its place is taken; it can't go yet, for the site would go with it.
    Page.objects.filter(pk=welcome.pk).update(slug="welcome", url_path="/welcome/")
    home = add_page(
        Page.get_first_root_node(),
        HomePage,
        sample_content.HOME | {"slug": "home"},
        with_content=with_content,
    )
    site.root_page = home
    if site.hostname == "localhost":
        address = urlsplit(settings.BASE_URL)
        site.hostname = address.hostname
        site.port = address.port or (443 if address.scheme == "https" else 80)
    site.site_name = site.site_name or settings.WAGTAIL_SITE_NAME
    site.save()
    welcome.refresh_from_db()
    welcome.delete()
    yield f"page {home}"


def make_organisation(*, with_content):
    site = Site.objects.get(is_default_site=True)
    if OrganisationSettings.objects.filter(site=site).exists():
        return
    fields = sample_content.ORGANISATION if with_content else {}
    yield f"organisation {OrganisationSettings.objects.create(site=site, **fields)}"


def make_sections(*, with_content):
    home = HomePage.objects.first()
    for model, content, menu_title in SECTIONS:
        if never_had(model):
            fields = content | {"menu_title": menu_title, "show_in_menus": True}
            yield f"page {add_page(home, model, fields, with_content=with_content)}"


def make_questions():
    """Give the page about joining its form, if it has no question yet."""
    for page in JoinPage.objects.filter(form_fields=None, alias_of=None):
        for number, fields in enumerate(sample_content.QUESTIONS):
            JoinField.objects.create(page=page, sort_order=number, **fields)
        # A draft would take them away again when it is published.
        for revision in page.revisions.filter(pk=page.latest_revision_id):
            fields = page.serializable_data()["form_fields"]
            revision.content = revision.content | {"form_fields": fields}
            revision.save(update_fields=["content"])
        yield f"form on page {page}"


def make_privacy_notice():
    """What is sent with the form may not be asked for without it, so it always has its text."""
    home = HomePage.objects.first()
    if never_had(PrivacyPage):
        yield f"page {add_page(home, PrivacyPage, sample_content.PRIVACY)}"


def make_articles():
    """Add the sample articles to a news section that never had an article."""
    section = NewsIndexPage.objects.first()
    if section and never_had(ArticlePage):
        for fields in reversed(sample_content.ARTICLES):
            day = timezone.make_aware(datetime.combine(fields["date"], time.min))
            fields = fields | {"slug": ascii_slug(fields["title"])}
            article = add_page(
                section, ArticlePage, fields | {"first_published_at": day}
            )
            yield f"article {article}"


# What identifies a page; a site without content has no more than that.
IDENTITY = {"title", "slug", "menu_title", "show_in_menus", "other_names"}


def add_page(parent, model, fields, *, with_content=True):
    """Publish a page below ``parent``. ``topics`` and ``regions`` are given by name."""
    if not with_content:
        fields = {name: fields[name] for name in IDENTITY & fields.keys()}
    subjects = {"topics": Topic, "regions": Region}
    plain = {name: value for name, value in fields.items() if name not in subjects}
    for name in plain.keys() & set(model.get_streamfield_names()):
        plain[name] = blocks(model, name, plain[name])
    page = parent.add_child(instance=model(**plain))
    for name, subject in subjects.items():
        if name in fields:
            setattr(page, name, subject.objects.filter(name__in=fields[name]))
    page.full_clean()
    page.save_revision().publish()
    return page


def blocks(model, name, values):
    """The checked value of a StreamField; its only block's type needn't be written."""
    stream = model._meta.get_field(name).stream_block
    if len(stream.child_blocks) == 1:
        (kind,) = stream.child_blocks
        values = [{"type": kind, "value": value} for value in values]
    return stream.clean(stream.to_python(values))


def never_had(model):
    """Whether there is no ``model`` and nobody ever deleted one."""
    log = PageLogEntry if issubclass(model, Page) else ModelLogEntry
    content_type = ContentType.objects.get_for_model(model)
    deleted = log.objects.filter(content_type=content_type, action="wagtail.delete")
    return not (model.objects.exists() or deleted.exists())
