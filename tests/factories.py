"""Builders for tests: each makes one thing that is published unless told otherwise."""

from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import brotli
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.db import connection
from django.db.models import F
from django.utils import timezone
from PIL import Image as PillowImage
from wagtail.documents import get_document_model
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.search.backends import get_search_backend

from about.joining.models import Enquiry, Purpose
from home.models import HomePage
from news.models import ArticlePage
from psgsite.models import Image, Subscriber, User
from psgsite.pages import pages_saved


def home_page(**fields):
    """The home page of the default site, in place of Wagtail's welcome page."""
    site = Site.objects.get(is_default_site=True)
    root = Page.objects.get(depth=1)
    home = page(
        root, HomePage, **({"title": "Peru Support Group", "slug": "psg"} | fields)
    )
    site.root_page = home
    site.hostname = "testserver"
    site.site_name = "Peru Support Group"
    site.save()
    Page.objects.filter(slug="home").delete()
    return home


def page(parent, model, **fields):
    """Add a page of any type below ``parent``."""
    fields = {"title": model.get_verbose_name(), "show_in_menus": True} | fields
    return parent.add_child(instance=model(**fields))


def article(news, **fields):
    """Add an article below ``news``; ``topics`` and ``regions`` are lists of objects."""
    defaults = {
        "title": "Verdict due",
        "date": date(2014, 12, 8),
        "summary": "Judges meet in Lima.",
    }
    subjects = {name: fields.pop(name, []) for name in ("topics", "regions")}
    new = ArticlePage(**(defaults | fields))
    for name, values in subjects.items():
        getattr(new, name).set(values)
    return news.add_child(instance=new)


def correction(text="<p>It was Puno, not Cusco.</p>", day="2014-12-10"):
    """The raw data of one entry of an article's ``corrections``."""
    return {"type": "correction", "value": {"date": day, "text": text}}


def articles(news, count, **fields):
    """Add ``count`` articles, each a day older than the one before."""
    newest = date(2014, 12, 31).toordinal()
    return [
        article(
            news,
            **(
                {"title": f"Article {n}", "date": date.fromordinal(newest - n)} | fields
            ),
        )
        for n in range(count)
    ]


def every_block(page, image):
    """The raw data of a body with each kind of block; ``page`` is linked to."""
    link = f'<p>See <a linktype="page" id="{page.pk}">here</a>.</p>'
    picture = {"image": image.pk, "alt_text": "Marchers", "decorative": False}
    columns = [
        {"type": "text", "heading": "Region"},
        {"type": "number", "heading": "Votes"},
    ]
    rows = [{"values": [link, "21"]}]
    video = {"url": "https://vimeo.com/123456789", "title": "Water", "image": image.pk}
    kinds = {
        "heading": {"text": "Heading", "level": "2", "anchor": ""},
        "paragraph": link,
        "quote": {"text": "We were not asked.", "attribution": "A farmer"},
        "image": {"image": picture, "caption": "Puno", "credit": ""},
        "document": {"document": document().pk, "title": ""},
        "table": {"caption": "Votes", "columns": columns, "rows": rows},
        "video": video,
        "call_to_action": {"text": "Join", "label": "Go", "page": page.pk, "url": ""},
        "fact_box": {"title": "Facts", "text": link},
    }
    return [{"type": kind, "value": value} for kind, value in kinds.items()]


def bulk_articles(news, count):
    """Add ``count`` plain articles fast, as rows, with their entries in the index."""
    newest = date(2014, 11, 30).toordinal()
    pages = Page.objects.bulk_create(
        Page(
            title=f"Bulk article {n}",
            draft_title=f"Bulk article {n}",
            slug=f"bulk-article-{n}",
            url_path=f"{news.url_path}bulk-article-{n}/",
            path=Page._get_path(news.path, news.depth + 1, n + 1001),
            depth=news.depth + 1,
            content_type=ContentType.objects.get_for_model(ArticlePage),
            locale_id=news.locale_id,
        )
        for n in range(count)
    )
    for n, page in enumerate(pages):
        article = ArticlePage(page_ptr=page, date=date.fromordinal(newest - n))
        article.summary = (
            "Judges meet in Lima, and the region waits for what they will say."
        )
        article.save_base(raw=True)
    Page.objects.filter(pk=news.pk).update(numchild=F("numchild") + count)
    articles = list(ArticlePage.objects.all())
    get_search_backend().add_bulk(ArticlePage, articles)
    pages_saved.send(ArticlePage, pages=articles)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # as a database does by itself, a little later


def compressed_size(pattern):
    """The bytes of the files that match, each compressed as a server would."""
    files = Path().glob(pattern)
    return sum(len(brotli.compress(file.read_bytes())) for file in files)


def image(**fields):
    defaults = {
        "title": "Plaza",
        "description": "People in a square",
        "credit": "A. Vargas",
        "consent": Image.Consent.PUBLIC,
    }
    return Image.objects.create(
        file=ContentFile(picture(), name="plaza.jpg"), **(defaults | fields)
    )


def picture(width=640, height=480):
    """A JPEG file's bytes."""
    file = BytesIO()
    PillowImage.new("RGB", (width, height), "#9b1b1e").save(file, "JPEG")
    return file.getvalue()


def document(**fields):
    defaults = {"title": "Annual report"}
    file = ContentFile(b"%PDF-1.4 report", name="report.pdf")
    return get_document_model().objects.create(file=file, **(defaults | fields))


def user(group=None, **fields):
    """Someone who signs in with the password "a long password"."""
    defaults = {"username": (group or "reader").lower(), "email": "someone@example.org"}
    made = User.objects.create_user(**(defaults | fields), password="a long password")
    if group:
        made.groups.add(Group.objects.get(name=group))
    return made


def administrator():
    return User.objects.create_superuser(
        "admin", "admin@example.org", "a long password"
    )


def restrict(page):
    """Make a page and all below it private: only for people who sign in."""
    return PageViewRestriction.objects.create(page=page, restriction_type="login")


def enquiry(*, sent=None, **answers):
    """What a reader sent: each answer by its purpose, or by its label if it has none."""
    usual = {
        "name": "Rosa Quispe",
        "email": "rosa@example.org",
        "membership": "Individual, £20",
        "newsletter": False,
    }
    made = Enquiry.objects.create(
        form_data={
            "answers": [answer(*pair) for pair in (usual | answers).items()],
            "privacy_notice": "2026-11-27",
        }
    )
    if sent:
        Enquiry.objects.filter(pk=made.pk).update(submit_time=sent)
    return made


def answer(about, value):
    purpose = about if about in Purpose.values else ""
    label = Purpose(about).label if purpose else about
    return {"purpose": purpose, "label": label, "wording": "", "value": value}


def subscriber(email="rosa@example.org", **fields):
    """Someone who gets the newsletter, since a year ago unless told otherwise."""
    long_ago = timezone.now() - timedelta(days=365)
    defaults = {"asked_at": long_ago, "confirmed_at": long_ago, "wording": "Yes."}
    secret = Subscriber.secret_of(email)
    return Subscriber.objects.create(secret=secret, **(defaults | fields))
